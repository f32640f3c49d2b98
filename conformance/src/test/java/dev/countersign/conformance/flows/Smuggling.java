package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Letters;
import dev.countersign.conformance.running.OnProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A domain that is blocked gets into no message, whichever way it is handed in. */
public interface Smuggling extends OnProduct {
  private String blocked() {
    return judged("blocked");
  }

  /** {@return an address within a domain of its own, which an operator judges so} */
  private String judged(String verdict) {
    var domain = "s" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    product()
        .admin()
        .put(
            "/v1/domains/overrides/" + domain,
            Map.of(
                "verdict",
                verdict,
                "reason",
                "for this test",
                "expires_at",
                Instant.now().plusSeconds(3600).toString()))
        .expecting(200);
    return "x@" + domain;
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  /** Blocked because of this address, with the score, the reasons and a stored message. */
  private void assertBlocked(String address, Answer answer) {
    var intelligence = answer.expecting(422).json().path("domain_intelligence");
    assertAll(
        () -> assertEquals("domain_blocked", answer.text("code")),
        () -> assertEquals(domain(address), intelligence.path("domain").asText()),
        () -> assertEquals(1.0, intelligence.path("risk_score").asDouble()),
        () -> assertTrue(intelligence.path("summary").asText().contains("blocked")),
        () -> assertEquals("blocked", product().status(answer.text("id"))));
  }

  private void assertBlocked(String address, String id) {
    product().awaitStatus(id, "blocked");
    var shown = product().read(id).json().path("domain_intelligence");
    assertEquals(domain(address), shown.path("domain").asText());
    product().staysUndelivered(address);
  }

  @Test
  default void what_a_mailbox_adds_is_judged() {
    for (var field : List.of("auto_cc", "auto_bcc")) {
      var bad = blocked();
      var box = product().newMailbox();
      product().admin().patch("/v1/mailboxes/" + box, Map.of(field, bad)).expecting(200);
      assertBlocked(bad, product().sendFrom(box, Drafts.to(judged("trusted"))));
    }
  }

  @Test
  default void what_an_answer_copies_to_is_judged() {
    var id = Letters.from(Drafts.somebody()).received(product());
    for (var field : List.of("cc", "bcc")) {
      var bad = blocked();
      var body = Map.of("markdown", "Hello " + field, field, bad);
      assertBlocked(bad, product().agent().post(product().mailboxPath() + "/reply/" + id, body));
      var again = Map.of("markdown", "Hello again " + field, field, bad);
      assertBlocked(
          bad, product().agent().post(product().mailboxPath() + "/emails/" + id + "/reply", again));
    }
  }

  @Test
  default void an_author_who_wants_answers_elsewhere_is_judged_by_elsewhere() {
    var bad = blocked();
    var id = Letters.from(Drafts.somebody()).replyTo(bad).received(product());
    var body = Map.of("markdown", "Hello.");
    assertBlocked(bad, product().agent().post(product().mailboxPath() + "/reply/" + id, body));
  }

  @Test
  default void other_recipients_after_the_scan_are_judged() {
    for (var field : List.of("to", "cc", "bcc")) {
      var bad = blocked();
      var box = product().mailboxPath();
      var id = scheduled(product().send(later(judged("trusted"))));
      var path = box + "/emails/" + id + "/schedule";
      product().agent().patch(path, Map.of(field, bad)).expecting(200);
      assertBlocked(bad, id);
    }
  }

  @Test
  default void what_a_mailbox_has_begun_to_add_is_judged_when_content_changes() {
    var bad = blocked();
    var box = product().newMailbox();
    var id = scheduled(product().sendFrom(box, later(judged("trusted"))));
    product().admin().patch("/v1/mailboxes/" + box, Map.of("auto_bcc", bad)).expecting(200);
    var path = "/v1/mailboxes/" + box + "/emails/" + id + "/schedule";
    product().agent().patch(path, Map.of("markdown", "Other words.")).expecting(200);
    assertBlocked(bad, id);
  }

  @Test
  default void what_comes_by_a_tool_is_judged() {
    var mail = Letters.from(Drafts.somebody()).received(product());
    var bad = blocked();
    for (var field : List.of("to", "cc", "bcc")) {
      var draft = Drafts.with(Drafts.to(judged("trusted")), field, List.of(bad));
      assertRefused(bad, tool("send_email", draft));
      assertRefused(bad, tool("schedule_email", Drafts.with(draft, "send_at", tomorrow())));
    }
    var answer = Map.of("email_id", mail, "markdown", "Hello.", "bcc", List.of(bad));
    assertRefused(bad, tool("reply_email", answer));
  }

  @Test
  default void a_mailbox_that_asks_nobody_sends_nothing_to_it_either() {
    var box = product().newMailbox(Map.of("approver_email", Drafts.somebody()));
    var monitored = Map.of("oversight_mode", "monitored");
    product().admin().patch("/v1/mailboxes/" + box, monitored).expecting(200);
    var bad = blocked();
    var draft = Drafts.with(Drafts.to(judged("trusted")), "bcc", List.of(bad));
    assertBlocked(bad, product().sendFrom(box, draft));
    product().staysUndelivered(bad);
  }

  @Test
  default void the_ledger_has_the_score_and_the_reasons() {
    var bad = blocked();
    var id = product().send(Drafts.to(bad)).expecting(422).text("id");
    var entries = product().admin().get("/v1/audit-log?limit=20").expecting(200).json();
    var scans =
        entries.path("entries").findParents("action").stream()
            .filter(each -> each.path("action").asText().equals("scan_result"))
            .filter(each -> each.toString().contains(id))
            .toList();
    assertEquals(1, scans.size(), entries.toString());
    var scan = scans.getFirst().toString();
    assertTrue(scan.contains(domain(bad) + " 1.0: an operator has blocked it"), scan);
  }

  @Test
  default void a_double_of_somebody_in_the_address_book_is_noticed() {
    var name = "firm" + UUID.randomUUID().toString().replaceAll("[-0-9]", "");
    var contact = Map.of("name", "Bob", "email", "bob@" + name + ".example");
    product().agent().post("/v1/contacts", contact).expecting(201);
    assertAll(
        () -> assertEquals("similar", lookalike(name + "s.example")),
        () -> assertEquals("confusable", lookalike(name.replace("m", "rn") + ".example")),
        () -> assertEquals("none", lookalike(name + ".example")));
  }

  private String lookalike(String domain) {
    var judged = product().agent().get("/v1/domains/intelligence?domain=" + domain);
    for (var signal : judged.expecting(200).json().path("signals")) {
      if (signal.path("signal").asText().equals("lookalike")) {
        return signal.path("level").asText();
      }
    }
    return judged.body();
  }

  private static String tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).toString();
  }

  private static Map<String, Object> later(String recipient) {
    var draft = Drafts.with(Drafts.to(recipient), "send_at", tomorrow());
    return Drafts.with(draft, "gate_timing", "schedule_first");
  }

  private String scheduled(Answer sent) {
    var id = sent.expecting(202).text("id");
    product().awaitStatus(id, "scheduled");
    return id;
  }

  private JsonNode tool(String name, Map<String, ?> arguments) {
    var all = new HashMap<String, Object>(arguments);
    all.put("mailbox_id", product().firstRun().mailboxId());
    var params = Map.of("name", name, "arguments", all);
    var call = Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", params);
    return product().agent().post("/mcp", call).expecting(200).json().path("result");
  }

  private static void assertRefused(String bad, JsonNode result) {
    var said = result.toString();
    assertAll(
        () -> assertTrue(result.path("isError").asBoolean(), said),
        () -> assertTrue(said.contains("domain_blocked"), said),
        () -> assertTrue(said.contains(domain(bad)), said));
  }
}
