package dev.countersign.conformance.seeds;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Programs;
import org.junit.jupiter.api.Test;

/** What the founding documents tell people to type does what they say it does. */
public interface Founding extends OnProduct {
  String API = "https://api.multimail.dev";
  String SITE = "https://multimail.dev";
  String KEY = "mm_live_xxx";
  String KEY_VARIABLE = "$MULTIMAIL_API_KEY...";
  String MAILBOX = "agent@acme.example";

  @Test
  default void their_curl_line_approves_a_queued_send() throws JsonProcessingException {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var outcome =
        Lines.of("decide_email.sh")
            .with(API, base())
            .with(KEY_VARIABLE, product().firstRun().oversightKey())
            .with("pend_01HPQR7M...", pending(id))
            .runBy("bash", ".sh");
    assertEquals(id, json(outcome).path("message_id").asText(), outcome.toString());
    product().mail().onlyMailFor(recipient);
    var entry = lastRecorded("approve");
    assertAll(
        () -> assertEquals(id, entry.path("resource_id").asText()),
        () -> assertTrue(entry.path("actor_id").asText().startsWith("person_")),
        () ->
            assertEquals(
                "Verified recipient domain and content — cleared for delivery",
                entry.path("metadata").path("note").asText()));
  }

  @Test
  default void their_curl_line_cancels_a_queued_send() throws JsonProcessingException {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var outcome =
        Lines.of("cancel_message.sh")
            .with(API, base())
            .with(KEY_VARIABLE, product().firstRun().oversightKey())
            .with("pend_01HSTU9N...", pending(id))
            .runBy("bash", ".sh");
    assertEquals("cancelled", json(outcome).path("status").asText(), outcome.toString());
    assertEquals(
        "Domain risk score 0.82 exceeds CISO-configured threshold of 0.30",
        lastRecorded("cancel").path("metadata").path("note").asText());
    assertEquals("cancelled", product().status(id));
  }

  @Test
  default void their_curl_line_shows_the_signing_key() throws JsonProcessingException {
    var outcome = Lines.of("signing_key.sh").with(SITE, base()).runBy("bash", ".sh");
    var key = json(outcome);
    assertAll(
        () -> assertEquals("EC", key.path("kty").asText()),
        () -> assertEquals("P-256", key.path("crv").asText()),
        () -> assertFalse(key.has("d"), "a private key"));
  }

  @Test
  default void their_pipeline_shows_the_claim_of_the_newest_message()
      throws JsonProcessingException {
    deliverOne();
    var outcome =
        Lines.of("inbox_claim.sh")
            .with(API, base())
            .with(KEY, product().firstRun().agentKey())
            .with(MAILBOX, product().firstRun().mailboxAddress())
            .runBy("bash", ".sh");
    var claim = json(outcome);
    assertAll(
        () -> assertTrue(claim.path("ai_generated").asBoolean(), outcome.toString()),
        () -> assertEquals("gated_send", claim.path("oversight").asText()));
  }

  @Test
  default void their_decoder_reads_our_header_in_place_of_their_sample()
      throws JsonProcessingException {
    deliverOne();
    var payload = newestIdentity().split("\\.", -1)[0];
    var outcome =
        Lines.of("decode_header.sh")
            .with("eyJhaV9nZW5lcmF0ZWQiOnRydWUsIm9wZXJhdG9yIjoiYWNtZS1jb3JwIn0", payload)
            .runBy("bash", ".sh");
    assertEquals("multimail", json(outcome).path("service").asText(), outcome.toString());
  }

  @Test
  default void their_python_sends_and_reads_the_claim() {
    Programs.needed("python3", "-c", "import requests");
    deliverOne();
    var recipient = Drafts.somebody();
    var lines =
        Lines.of("send_and_read.py")
            .with(API, base())
            .with(KEY, product().firstRun().agentKey())
            .with(MAILBOX, product().firstRun().mailboxAddress())
            .with("recipient@peer.example", recipient);
    var sent = lines.runBy("python3", ".py");
    assertEquals(0, sent.status(), sent.errors());
    var id = sent.output().lines().findFirst().orElseThrow().replaceFirst(".*: ", "");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    product().mail().onlyMailFor(recipient);
    var reading =
        new Lines(lines.text().replaceFirst("(?s)# Send .*?# Later", "# Later"))
            .runBy("python3", ".py");
    assertAll(
        () -> assertEquals(0, reading.status(), reading.errors()),
        () -> assertTrue(reading.output().contains("AI generated: True"), reading.output()),
        () -> assertTrue(reading.output().contains("Oversight: gated_send"), reading.output()));
  }

  @Test
  default void their_typescript_verifies_our_header_and_refuses_a_forged_one()
      throws JsonProcessingException {
    Programs.needed("node", "--version");
    deliverOne();
    var header = newestIdentity();
    var claim = header.substring(0, header.indexOf('.'));
    var forged = claim.replaceFirst("^ey", "ez") + header.substring(header.indexOf('.'));
    assertAll(
        () -> assertTrue(verified(header).path("valid").asBoolean()),
        () -> assertEquals("multimail", verified(header).path("claim").path("service").asText()),
        () -> assertFalse(verified(forged).path("valid").asBoolean()));
  }

  /** Their verifier's answer. Node has no types, so they are taken off. */
  private JsonNode verified(String header) throws JsonProcessingException {
    var types = ": Promise<{ valid: boolean; claim: Record<string, unknown> | null }>";
    var javascript =
        Lines.of("verify.ts").with(types, "").with("header: string", "header").with(SITE, base());
    var call = "console.log(JSON.stringify(await verifyIdentityHeader(process.argv[2])));\n";
    return json(new Lines(javascript.text() + call).runBy("node", ".mjs", header));
  }

  private void deliverOne() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "sent");
  }

  private String newestIdentity() {
    return product()
        .inbox(1)
        .path("emails")
        .path(0)
        .path("headers")
        .path("X-MultiMail-Identity")
        .asText();
  }

  private JsonNode lastRecorded(String action) {
    var log = product().admin().get("/v1/audit-log?limit=100").expecting(200).json();
    for (var entry : log.path("entries")) {
      if (entry.path("action").asText().equals(action)) {
        return entry;
      }
    }
    throw new AssertionError("no entry says " + action);
  }

  private String base() {
    return product().anonymous().base().toString().replaceFirst("/$", "");
  }

  /** The name that a message goes by in the approver's queue. */
  private static String pending(String id) {
    return id.replaceFirst("^em_", "pend_");
  }

  private static JsonNode json(Lines.Outcome outcome) throws JsonProcessingException {
    return new ObjectMapper().readTree(outcome.output());
  }
}
