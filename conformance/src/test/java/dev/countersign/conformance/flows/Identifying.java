package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.PublishedKey;
import dev.countersign.conformance.running.ReceivedMail;
import dev.countersign.host.identity.SignedString;
import dev.countersign.host.identity.mime.MalformedMessageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever gets a message can find out who sent it, with the published keys alone. */
public interface Identifying extends OnProduct {
  @Test
  default void the_claim_on_a_message_verifies_with_the_published_key() throws IOException {
    var recipient = Drafts.somebody();
    var mail = product().deliver(Drafts.to(recipient), recipient);
    var halves = mail.header("X-MultiMail-Identity").replace(" ", "").split("\\.", -1);
    var payload = Base64.getUrlDecoder().decode(halves[0]);
    var signature = Base64.getUrlDecoder().decode(halves[1]);
    var key = serviceKey();
    var claim = new ObjectMapper().readTree(payload);
    assertAll(
        () -> assertEquals(2, halves.length),
        () -> assertTrue(key.verifies("SHA256withECDSAinP1363Format", payload, signature)),
        () -> assertFalse(key.verifies("SHA256withECDSAinP1363Format", forged(payload), signature)),
        () -> assertEquals("true", mail.header("X-AI-Generated")),
        () -> assertTrue(claim.path("ai_generated").asBoolean()),
        () -> assertEquals("gated_send", claim.path("oversight").asText()),
        () -> assertEquals("multimail", claim.path("service").asText()),
        () -> assertEquals(SORTED_CLAIM_FIELDS, names(claim)));
  }

  @Test
  default void agent_tenant_mode_and_content_verify_with_the_tenants_published_key()
      throws MalformedMessageException {
    var mail = product().deliver(Drafts.to(Drafts.somebody()));
    var tenant = mail.header("X-MultiMail-Tenant");
    var key =
        PublishedKey.of(
            product()
                .anonymous()
                .get("/.well-known/multimail-signing-keys/" + tenant)
                .expecting(200)
                .json()
                .path("keys")
                .path(0));
    var signature = HexFormat.of().parseHex(mail.header("X-MultiMail-Signature"));
    var signed = SignedString.of(mail.bytes());
    assertAll(
        () -> assertEquals(product().firstRun().tenantId(), tenant),
        () -> assertTrue(mail.header("X-MultiMail-Agent-Id").startsWith("agent_")),
        () -> assertEquals("gated_send", mail.header("X-MultiMail-Oversight-Mode")),
        () -> assertTrue(key.verifies("SHA256withECDSA", signed, signature)),
        () -> assertFalse(key.verifies("SHA256withECDSA", forged(signed), signature)));
  }

  @Test
  default void whoever_is_shown_the_counters_can_check_the_reputation_hash() throws Exception {
    var path = product().mailboxPath() + "/reputation";
    var shown = product().admin().get(path).expecting(200).json();
    // The members are in the canonical order already, and all are integers.
    var canonical = shown.path("counters").toString().getBytes(StandardCharsets.UTF_8);
    var digest = MessageDigest.getInstance("SHA-256").digest(canonical);
    assertAll(
        () ->
            assertEquals(
                "sha256:" + HexFormat.of().formatHex(digest),
                shown.path("reputation_hash").asText()),
        () -> product().anonymous().get(path).expecting(401));
  }

  @Test
  default void mail_of_a_domain_that_the_operator_took_up_carries_both_dkim_signatures() {
    var box = product().newMailbox();
    var mailbox = product().admin().get("/v1/mailboxes/" + box).expecting(200).text("address");
    var name = mailbox.substring(mailbox.indexOf('@') + 1);
    var domain =
        product().admin().post("/v1/domains", Map.of("domain", name)).expecting(201).json();
    var path = "/v1/domains/" + domain.path("id").asText();
    var on = Map.of("dkim_signing", true);
    product().agent().patch(path, on).expecting(403);
    product().admin().post("/v1/domains", Map.of("domain", name)).expecting(409);
    var unsigned = deliveredFrom(box).headers("DKIM-Signature");
    product().admin().patch(path, on).expecting(200);
    var signed = deliveredFrom(box).headers("DKIM-Signature");
    product().admin().patch(path, Map.of("dkim_signing", false)).expecting(200);
    assertAll(
        () -> assertEquals(List.of(), unsigned),
        () -> assertEquals(2, domain.path("dns_records").size()),
        () -> assertEquals(2, signed.size()),
        () -> assertTrue(signed.toString().contains("a=rsa-sha256")),
        () -> assertTrue(signed.toString().contains("a=ed25519-sha256")),
        () -> assertTrue(signed.getFirst().contains("X-MultiMail-Identity: X-MultiMail-Identity")));
  }

  private ReceivedMail deliveredFrom(String box) {
    var recipient = Drafts.somebody();
    var id = product().sendFrom(box, Drafts.to(recipient)).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    return new ReceivedMail(product().mail().onlyMailFor(recipient));
  }

  @Test
  default void a_mailbox_without_disclosure_sends_neither_claim_nor_line() {
    var box = product().newMailbox(Map.of("ai_disclosure", false));
    var recipient = Drafts.somebody();
    var id = product().sendFrom(box, Drafts.to(recipient)).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    var mail = new ReceivedMail(product().mail().onlyMailFor(recipient));
    assertAll(
        () -> assertEquals(List.of(), mail.headers("X-AI-Generated")),
        () -> assertEquals(List.of(), mail.headers("X-MultiMail-Identity")),
        () -> assertFalse(mail.text("text/plain").contains(Delivering.DISCLOSURE)),
        () -> assertFalse(mail.text("text/html").contains(Delivering.DISCLOSURE)),
        () -> assertEquals(1, mail.headers("X-MultiMail-Signature").size()));
  }

  List<String> SORTED_CLAIM_FIELDS =
      List.of(
          "ai_generated",
          "capabilities",
          "created",
          "iat",
          "operator",
          "oversight",
          "reputation_hash",
          "service",
          "verified_operator");

  private PublishedKey serviceKey() {
    return PublishedKey.of(
        product().anonymous().get("/.well-known/multimail-signing-key").expecting(200).json());
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The same bytes with one changed. */
  private static byte[] forged(byte[] bytes) {
    var other = bytes.clone();
    other[other.length / 2] ^= 1;
    return other;
  }
}
