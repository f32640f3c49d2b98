package dev.countersign.conformance.retention;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.CodeMails;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Erasing under a policy, what is held back from it, and the end of an account. */
public interface Retaining extends OnProduct {
  private static String marker() {
    return "m" + UUID.randomUUID().toString().replace("-", "");
  }

  private Set<String> columnsWith(String marker) {
    return WholeDatabase.columnsWith(product().database(), marker);
  }

  @Test
  default void what_is_past_its_time_is_nowhere_in_the_database_and_the_ledger_is_as_it_was() {
    var estate = Estate.on(product());
    var outgoing = marker();
    var incoming = marker();
    var waiting = marker();
    var young = marker();
    var sent = estate.sent(outgoing);
    var received = estate.received(incoming);
    var pending = estate.written(waiting);
    estate.agent().post("/cancel_message", Map.of("message_id", outgoing + "typed"));
    assertTrue(columnsWith(outgoing).size() > 8, "the scan finds what is there");
    var leaves = estate.leaves();
    estate.madeOld();
    var fresh = estate.sent(young);
    Waiting.until(
        "nothing of it is left",
        () -> List.of(columnsWith(outgoing), columnsWith(incoming)),
        List.of(Set.of(), Set.of())::equals);
    var after = new ArrayList<>(estate.leaves().entrySet());
    var email = estate.read(sent).expecting(200).json();
    assertAll(
        () -> assertEquals(new ArrayList<>(leaves.entrySet()), after.subList(0, leaves.size())),
        () -> assertTrue(email.path("text_body").asText().startsWith("Erased under the retention")),
        () -> assertFalse(email.path("erased_at").isNull()),
        () -> assertEquals("sent", email.path("status").asText()),
        () -> assertFalse(estate.read(received).expecting(200).json().path("erased_at").isNull()),
        () -> assertFalse(columnsWith(waiting).isEmpty()),
        () -> assertTrue(estate.read(pending).text("text_body").contains(waiting)),
        () -> assertTrue(estate.read(fresh).text("text_body").contains(young)),
        () -> assertTrue(actions(estate).contains("erase_expired")),
        () -> assertTrue(notes(estate).contains("Erased under the retention policy on ")));
  }

  @Test
  default void nothing_that_is_held_is_erased_until_the_hold_is_lifted() {
    var estate = Estate.on(product());
    var one = marker();
    var other = marker();
    var held = estate.sent(one);
    estate.sent(other);
    var hold =
        estate
            .operator()
            .post("/v1/legal-holds", Map.of("message_id", held, "reason", "a lawsuit"))
            .expecting(201)
            .text("id");
    estate.madeOld();
    Waiting.until("the other is gone", () -> columnsWith(other), Set.of()::equals);
    Waiting.holds(
        "what is held stays",
        Duration.ofSeconds(1),
        () -> estate.read(held).text("text_body"),
        text -> text.contains(one));
    assertTrue(columnsWith(one).size() > 8);
    var everything =
        estate
            .operator()
            .post("/v1/legal-holds", Map.of("reason", "an inspection"))
            .expecting(201)
            .text("id");
    lift(estate, hold).expecting(200);
    lift(estate, hold).expecting(404);
    Waiting.holds(
        "the whole tenant is held",
        Duration.ofSeconds(1),
        () -> estate.read(held).text("text_body"),
        text -> text.contains(one));
    lift(estate, everything).expecting(200);
    Waiting.until("it is gone too", () -> columnsWith(one), Set.of()::equals);
  }

  private static Answer lift(Estate estate, String hold) {
    return estate.operator().post("/v1/legal-holds/" + hold + "/lift", Map.of("reason", "over"));
  }

  @Test
  default void what_was_delivered_to_webhooks_long_ago_is_forgotten_but_nothing_still_under_way() {
    var estate = Estate.on(product());
    var old = marker();
    var underWay = marker();
    var young = marker();
    var webhook = estate.webhook();
    estate.delivered(webhook, old, "delivered", Estate.AGE);
    estate.delivered(webhook, underWay, "pending", Estate.AGE);
    estate.delivered(webhook, young, "failed", 0);
    Waiting.until("the old one is gone", () -> columnsWith(old), Set.of()::equals);
    assertAll(
        () -> assertFalse(columnsWith(underWay).isEmpty()),
        () -> assertFalse(columnsWith(young).isEmpty()),
        () -> assertTrue(actions(estate).contains("erase_expired")));
  }

  @Test
  default void only_an_operator_sets_the_policy_or_a_hold_and_none_is_too_short() {
    var estate = Estate.on(product());
    var policy = Map.of("content_days", 90);
    var hold = Map.of("reason", "x");
    assertAll(
        () -> estate.agent().put("/v1/retention", policy).expecting(403),
        () -> estate.overseer().put("/v1/retention", policy).expecting(403),
        () -> estate.agent().post("/v1/legal-holds", hold).expecting(403),
        () -> estate.overseer().post("/v1/legal-holds", hold).expecting(403),
        () -> estate.agent().delete("/v1/account").expecting(403),
        () -> estate.overseer().delete("/v1/account").expecting(403),
        () -> estate.agent().get("/v1/retention").expecting(403),
        () -> estate.operator().put("/v1/retention", Map.of("content_days", 29)).expecting(400),
        () ->
            estate
                .operator()
                .put("/v1/retention", Map.of("ledger_personal_days", 182))
                .expecting(400),
        () -> estate.operator().post("/v1/legal-holds", Map.of()).expecting(400),
        () ->
            estate
                .operator()
                .post(
                    "/v1/legal-holds",
                    Map.of("mailbox_id", product().firstRun().mailboxId(), "reason", "theirs"))
                .expecting(404));
    var set = estate.operator().put("/v1/retention", policy).expecting(200).json();
    assertAll(
        () -> assertEquals(90, set.path("policy").path("content_days").asInt()),
        () -> assertEquals(1095, set.path("policy").path("ledger_personal_days").asInt()),
        () -> assertTrue(actions(estate).contains("set_retention")));
  }

  @Test
  default void an_account_that_is_deleted_leaves_nothing_but_its_ledger() {
    var estate = Estate.on(product());
    var marker = marker();
    estate.furnished(marker);
    estate.sent(marker);
    estate.written(marker);
    estate.received(marker);
    var hold =
        estate
            .operator()
            .post("/v1/legal-holds", Map.of("reason", marker))
            .expecting(201)
            .text("id");
    assertEquals("legal_hold", estate.operator().delete("/v1/account").expecting(409).text("code"));
    lift(estate, hold).expecting(200);
    delete(estate, "AAAA-BBBB-CCCC").expecting(404);
    estate.operator().delete("/v1/account").expecting(202);
    delete(estate, "AAAA-BBBB-CCCC").expecting(403);
    var leaves = estate.leaves();
    var code = new CodeMails(product().mail(), estate.overseerAddress()).code(1);
    assertEquals(Set.of(), columnsWith(code));
    delete(estate, code).expecting(200);
    estate.operator().get("/v1/account").expecting(401);
    estate.agent().get("/v1/mailboxes").expecting(401);
    Waiting.until("nothing of it is left", () -> columnsWith(marker), Set.of()::equals);
    var after = new ArrayList<>(estate.leaves().entrySet());
    assertAll(
        () -> assertEquals(Set.of(), columnsWith(estate.overseerAddress())),
        () -> assertEquals(Set.of(), columnsWith(estate.box().address())),
        () -> assertEquals(new ArrayList<>(leaves.entrySet()), after.subList(0, leaves.size())),
        () -> assertTrue(after.size() > leaves.size(), "the deletion itself is in the ledger"));
  }

  private static Answer delete(Estate estate, String code) {
    return estate.operator().delete("/v1/account?approval_code=" + code);
  }

  private static String notes(Estate estate) {
    return String.join(
        "\n",
        estate
            .operator()
            .get("/v1/audit-log?limit=100")
            .expecting(200)
            .json()
            .findValuesAsText("note"));
  }

  private static List<String> actions(Estate estate) {
    List<String> actions = new ArrayList<>();
    for (JsonNode entry :
        estate.operator().get("/v1/audit-log?limit=100").expecting(200).json().path("entries")) {
      actions.add(entry.path("action").asText());
    }
    return actions;
  }
}
