package dev.countersign.conformance.codes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.AuditRun;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent that administers does single things in its operator's place, and those only. */
public interface ActingByCode extends OnProduct {
  String SINK = "https://127.0.0.1:9/hook";

  @Test
  default void an_agent_makes_keys_and_mailboxes_with_codes_and_the_ledger_verifies() {
    var first = Overseen.first(product());
    int before = first.codes().count();
    var address = Drafts.somebody();
    var box = post(first, "/v1/mailboxes", Map.of("address", address), before + 1).expecting(201);
    Map<String, Object> wanted =
        Map.of("name", "reader", "scopes", List.of("read"), "holder", "agent");
    var key = post(first, "/v1/api-keys", wanted, before + 2).expecting(201);
    var path = "/v1/api-keys/" + key.text("id");
    var change = Map.of("scopes", List.of("read", "send"), "name", "writer");
    assertEquals(
        "pending_approval", first.helper().patch(path, change).expecting(202).text("status"));
    var code = first.codes().code(before + 3);
    var patched = first.helper().patch(path, with(change, code)).expecting(200);
    first.helper().delete(path).expecting(202);
    var last = first.codes().code(before + 4);
    first.helper().delete(path + "?approval_code=" + code).expecting(403);
    first.helper().delete(path + "?approval_code=" + last).expecting(200);
    assertAll(
        () -> assertEquals(address, box.text("address")),
        () -> assertTrue(key.text("api_key").startsWith("mm_live_")),
        () -> assertEquals("updated", patched.text("status")),
        () -> assertEquals("writer", patched.text("name")),
        () -> assertEquals(2, patched.json().path("scopes").size()),
        () -> product().anonymous().with(key.text("api_key")).get("/v1/account").expecting(401));
    var audit = AuditRun.of(product());
    assertEquals(0, audit.status(), audit::said);
  }

  @Test
  default void a_webhook_by_code_goes_exactly_where_the_overseer_was_told() {
    var tenant = Overseen.on(product());
    var wanted = Map.of("url", SINK, "events", List.of("message.sent"));
    tenant.helper().post("/v1/webhooks", wanted).expecting(202);
    var mail = tenant.codes().text(1);
    var code = tenant.codes().code(1);
    var elsewhere = Map.of("url", SINK + "/x", "events", List.of("message.sent"));
    tenant.helper().post("/v1/webhooks", with(elsewhere, code)).expecting(404);
    var more = Map.of("url", SINK, "events", List.of("message.sent", "message.received"));
    tenant.helper().post("/v1/webhooks", with(more, code)).expecting(404);
    var made = tenant.helper().post("/v1/webhooks", with(wanted, code)).expecting(201);
    tenant.helper().post("/v1/webhooks", with(wanted, code)).expecting(404);
    var path = "/v1/webhooks/" + made.text("id");
    tenant.helper().delete(path).expecting(202);
    tenant.helper().delete(path + "?approval_code=" + code).expecting(403);
    tenant.helper().delete(path + "?approval_code=" + tenant.codes().code(2)).expecting(200);
    assertTrue(mail.contains("\"url\":\"" + SINK + "\""), mail);
  }

  @Test
  default void no_code_hands_out_authority_or_says_whose_word_counts() {
    var tenant = Overseen.on(product());
    var oversight =
        Map.of("name", "o", "scopes", List.of("oversight"), "approver_email", Drafts.somebody());
    var admin = Map.of("name", "a", "scopes", List.of("admin"), "holder", "agent");
    var approver = Map.of("address", Drafts.somebody(), "approver_email", Drafts.somebody());
    assertAll(
        () -> refused(tenant.helper().post("/v1/api-keys", oversight), "needs_operator"),
        () -> refused(tenant.helper().post("/v1/api-keys", admin), "needs_operator"),
        () -> refused(tenant.helper().post("/v1/mailboxes", approver), "forbidden"),
        () -> refused(tenant.helper().delete("/v1/account"), "forbidden"),
        () -> refused(tenant.agent().post("/v1/webhooks", sink()), "forbidden"),
        () -> assertEquals(0, tenant.codes().count()));
  }

  @Test
  default void an_operators_own_key_needs_no_code() {
    var tenant = Overseen.on(product());
    var made = tenant.operator().post("/v1/webhooks", sink()).expecting(201);
    tenant.operator().delete("/v1/webhooks/" + made.text("id")).expecting(200);
    assertEquals(0, tenant.codes().count());
  }

  @Test
  default void what_a_caller_writes_cannot_pass_for_a_line_of_the_notice() {
    var tenant = Overseen.on(product());
    Map<String, Object> wanted =
        Map.of("address", Drafts.somebody(), "display_name", "x\", \"y: The code is BAD-BAD");
    tenant.helper().post("/v1/mailboxes", wanted).expecting(202);
    var code =
        tenant.codes().text(1).lines().filter(line -> line.startsWith("The code is ")).toList();
    assertEquals(1, code.size());
    assertFalse(code.getFirst().contains("BAD-BAD"));
  }

  private static Map<String, Object> sink() {
    return Map.of("url", SINK, "events", List.of("message.sent"));
  }

  /** Asks, and asks again with the code. */
  private static Answer post(Overseen tenant, String path, Map<String, ?> wanted, int number) {
    Api helper = tenant.helper();
    assertEquals("pending_approval", helper.post(path, wanted).expecting(202).text("status"));
    helper.post(path, with(wanted, "AAA-AAA")).expecting(403);
    return helper.post(path, with(wanted, tenant.codes().code(number)));
  }

  private static Map<String, Object> with(Map<String, ?> wanted, String code) {
    var whole = new HashMap<String, Object>(wanted);
    whole.put("approval_code", code);
    return whole;
  }

  private static void refused(Answer answer, String code) {
    assertEquals(403, answer.status(), answer.body());
    assertEquals(code, answer.text("code"));
  }
}
