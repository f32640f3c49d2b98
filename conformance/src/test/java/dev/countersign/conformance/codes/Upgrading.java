package dev.countersign.conformance.codes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.AuditRun;
import dev.countersign.conformance.running.OnProduct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A looser mode for a mailbox, by the code that its overseer got. */
public interface Upgrading extends OnProduct {
  String WRONG = "AAA-AAA";

  @Test
  default void
      a_mailbox_becomes_looser_by_the_code_that_the_overseer_got_and_the_ledger_verifies() {
    var first = Overseen.first(product());
    int before = first.codes().count();
    var asked = first.ask("monitored").expecting(200);
    assertEquals("upgrade_requested", asked.text("status"));
    var mail = first.codes().text(before + 1);
    var code = first.codes().code(before + 1);
    var wrong = first.upgrade(WRONG).expecting(403);
    assertEquals("gated_send", first.mode());
    var upgraded = first.upgrade(code.toLowerCase(java.util.Locale.ROOT)).expecting(200);
    var again = first.upgrade(code).expecting(404);
    assertAll(
        () -> assertTrue(code.matches("[A-Z2-9]{3}-[A-Z2-9]{3}"), code),
        () -> assertTrue(mail.contains("\"to_mode\":\"monitored\""), mail),
        () -> assertTrue(mail.contains(first.mailbox()), mail),
        () -> assertEquals("wrong_code", wrong.text("code")),
        () -> assertEquals("upgraded", upgraded.text("status")),
        () -> assertEquals("monitored", upgraded.text("oversight_mode")),
        () -> assertEquals("no_code_pending", again.text("code")),
        () -> assertEquals("monitored", first.mode()));
    var entries = first.operator().get("/v1/audit-log?limit=10").expecting(200).json();
    var actions = entries.path("entries").findValuesAsText("action");
    assertTrue(actions.containsAll(List.of("request_code", "apply_upgrade")), actions::toString);
    var audit = AuditRun.of(product());
    assertEquals(0, audit.status(), audit::said);
  }

  @Test
  default void a_new_request_takes_the_place_of_the_last_and_brings_its_own_mode() {
    var tenant = Overseen.on(product());
    tenant.ask("monitored").expecting(200);
    var replaced = tenant.codes().code(1);
    tenant.ask("autonomous").expecting(200);
    tenant.upgrade(replaced).expecting(403);
    tenant.upgrade(tenant.codes().code(2)).expecting(200);
    assertEquals("autonomous", tenant.mode());
  }

  @Test
  default void after_five_wrong_codes_the_right_one_is_worth_nothing() {
    var tenant = Overseen.on(product());
    tenant.ask("monitored").expecting(200);
    var code = tenant.codes().code(1);
    for (int i = 0; i < 5; i++) {
      tenant.upgrade(WRONG).expecting(403);
    }
    tenant.upgrade(code).expecting(404);
    assertEquals("gated_send", tenant.mode());
  }

  @Test
  default void codes_are_not_asked_for_more_than_three_times_an_hour() {
    var tenant = Overseen.on(product());
    tenant.ask("monitored").expecting(200);
    tenant.ask("autonomous").expecting(200);
    tenant.ask("monitored").expecting(200);
    var refused = tenant.ask("monitored").expecting(429);
    assertAll(
        () -> assertEquals("rate_limited", refused.text("code")),
        () -> assertTrue(refused.headers().firstValue("Retry-After").isPresent()),
        () -> assertEquals(3, tenant.codes().count()));
  }

  @Test
  default void a_code_whose_time_is_over_is_none() {
    var tenant = Overseen.on(product());
    tenant.ask("monitored").expecting(200);
    var code = tenant.codes().code(1);
    product()
        .database()
        .execute("UPDATE approval_codes SET expires_at = asked_at WHERE used = FALSE");
    tenant.upgrade(code).expecting(404);
    assertEquals("gated_send", tenant.mode());
  }

  @Test
  default void a_code_is_for_the_mailbox_that_it_was_asked_for() {
    var tenant = Overseen.on(product());
    var other =
        tenant
            .operator()
            .post("/v1/mailboxes", Map.of("address", "other-" + tenant.mailbox() + "@x.example"))
            .expecting(201)
            .text("id");
    tenant.ask("monitored").expecting(200);
    var path = "/v1/mailboxes/" + other + "/upgrade";
    var code = Map.of("code", tenant.codes().code(1));
    tenant.agent().post(path, code).expecting(404);
    tenant
        .agent()
        .post("/v1/mailboxes/" + other + "/request-upgrade", Map.of("target_mode", "monitored"))
        .expecting(200);
    tenant.agent().post(path, code).expecting(403);
  }

  @Test
  default void a_mode_that_is_no_looser_and_a_key_that_may_not_get_no_code() {
    var tenant = Overseen.on(product());
    var path = "/v1/mailboxes/" + tenant.mailbox() + "/request-upgrade";
    var overseer =
        tenant
            .operator()
            .post("/v1/api-keys", Map.of("name", "r", "scopes", List.of("read"), "holder", "agent"))
            .expecting(201)
            .text("api_key");
    assertAll(
        () -> assertEquals("not_looser", tenant.ask("gated_send").expecting(400).text("code")),
        () -> assertEquals("not_looser", tenant.ask("read_only").expecting(400).text("code")),
        () -> tenant.ask("loose").expecting(400),
        () ->
            product()
                .anonymous()
                .with(overseer)
                .post(path, Map.of("target_mode", "monitored"))
                .expecting(403),
        () -> tenant.upgrade(WRONG).expecting(404),
        () -> assertEquals(0, tenant.codes().count()));
  }
}
