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
