package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.IdentityVerification.Refused;
import dev.countersign.host.identity.IdentityVerification.Verified;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing keys come and go by single calls, and strangers can follow that. */
public interface ReplacingKeys extends OnProduct {
  @Test
  default void mail_from_before_a_rotation_still_verifies_and_mail_after_it_too() {
    var before = product().deliver(Drafts.to(Drafts.somebody())).bytes();
    var old = serviceKid();
    rotate("tenant");
    rotate("service");
    var after = product().deliver(Drafts.to(Drafts.somebody())).bytes();
    assertAll(
        () -> assertNotEquals(old, serviceKid()),
        () -> assertInstanceOf(Verified.class, IdentityVerification.verify(before, published())),
        () -> assertInstanceOf(Verified.class, IdentityVerification.verify(after, published())),
        () -> assertTrue(member(old, published(), "retired")));
  }

  @Test
  default void a_revocation_is_seen_at_once_and_ends_what_the_key_signed() {
    var mail = product().deliver(Drafts.to(Drafts.somebody())).bytes();
    var kid = tenantKid();
    product()
        .admin()
        .post("/v1/signing-keys/" + kid + "/revoke", Map.of("reason", "the backup was stolen"))
        .expecting(200);
    var verdict = IdentityVerification.verify(mail, published());
    var later = product().deliver(Drafts.to(Drafts.somebody())).bytes();
    assertAll(
        () ->
            assertEquals(
                List.of(Reason.KEY_REVOKED), assertInstanceOf(Refused.class, verdict).reasons()),
        () -> assertNotEquals(kid, tenantKid()),
        () -> assertInstanceOf(Verified.class, IdentityVerification.verify(later, published())),
        () ->
            assertEquals(
                "the backup was stolen",
                entry("revoke_signing_key").path("metadata").path("note").asText()),
        () -> assertEquals(kid, entry("revoke_signing_key").path("resource_id").asText()));
  }

  @Test
  default void only_operators_replace_keys_and_each_its_own() {
    var second = SecondTenant.in(product().database());
    var other = product().anonymous().with(second.operatorKey());
    var why = Map.of("reason", "x");
    var body = Map.of("owner", "tenant");
    var service = serviceKid();
    assertAll(
        () -> product().agent().post("/v1/signing-keys/rotate", body).expecting(403),
        () -> product().overseer().post("/v1/signing-keys/rotate", body).expecting(403),
        () -> product().anonymous().post("/v1/signing-keys/rotate", body).expecting(401),
        () -> other.post("/v1/signing-keys/rotate", Map.of("owner", "service")).expecting(404),
        () -> other.post("/v1/signing-keys/" + service + "/revoke", why).expecting(404),
        () -> other.post("/v1/signing-keys/" + tenantKid() + "/revoke", why).expecting(404),
        () -> other.post("/v1/signing-keys/rotate", body).expecting(200),
        () -> product().admin().post("/v1/signing-keys/none/revoke", why).expecting(404),
        () ->
            product()
                .admin()
                .post("/v1/signing-keys/rotate", Map.of("owner", "ten_1"))
                .expecting(400),
        () -> assertEquals(service, serviceKid()));
  }

  @Test
  default void the_documents_say_whose_each_key_is_and_never_a_private_part() {
    product().deliver(Drafts.to(Drafts.somebody()));
    var all = product().anonymous().get("/.well-known/countersign-keys.json").expecting(200);
    var keys = all.json().path("keys");
    assertAll(
        () -> assertTrue(keys.findValuesAsText("owner").contains("service")),
        () -> assertTrue(keys.findValuesAsText("owner").contains(product().firstRun().tenantId())),
        () -> assertEquals(keys.size(), keys.findValues("nbf").size()),
        () -> assertTrue(keys.findValues("d").isEmpty()),
        () -> assertTrue(all.headers().firstValue("ETag").isPresent()),
        () ->
            assertTrue(
                all.headers().firstValue("Cache-Control").orElse("").contains("max-age=300")));
  }

  private void rotate(String owner) {
    product().admin().post("/v1/signing-keys/rotate", Map.of("owner", owner)).expecting(200);
  }

  private String serviceKid() {
    return product()
        .anonymous()
        .get("/.well-known/multimail-signing-key")
        .expecting(200)
        .text("kid");
  }

  private String tenantKid() {
    var owner = new KeyOwner.Tenant(product().firstRun().tenantId());
    return published().keys(owner).current().orElseThrow().kid();
  }

  private JwkSet published() {
    return JwkSet.parse(
        product().anonymous().get("/.well-known/countersign-keys.json").expecting(200).body(),
        new KeyOwner.Service());
  }

  private static boolean member(String kid, JwkSet keys, String name) {
    return keys.find(kid).orElseThrow().json().contains('"' + name + '"');
  }

  private JsonNode entry(String action) {
    for (JsonNode entry :
        product().admin().get("/v1/audit-log").expecting(200).json().path("entries")) {
      if (entry.path("action").asText().equals(action)) {
        return entry;
      }
    }
    throw new AssertionError("no entry " + action);
  }
}
