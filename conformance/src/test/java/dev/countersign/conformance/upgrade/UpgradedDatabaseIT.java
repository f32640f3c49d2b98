package dev.countersign.conformance.upgrade;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.AuditRun;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.ReceivedMail;
import dev.countersign.conformance.running.ServedWar;
import dev.countersign.conformance.running.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server of today on the rows of a server that kept no signed ledger. */
class UpgradedDatabaseIT {
  @Test
  void what_is_older_than_the_log_goes_on_and_is_said_to_be_uncovered() {
    var made = new ArrayList<OldTenant>();
    try (var server =
        ServedWar.of(
            ServedWar.product(), empty -> made.add(new OldTenant(empty, Drafts.somebody())))) {
      var old = made.getFirst();
      assertReads(server.api(), old);
      assertLeavesAfterApproval(server, old);
      assertExported(server.api().with(old.operatorKey), old);
      assertStreamed(server.api().with(old.operatorKey));
      assertAudited(server, old);
    }
  }

  private static void assertReads(Api api, OldTenant old) {
    var shown = api.with(old.agentKey).get("/v1/emails/" + old.waiting).expecting(200);
    assertEquals(OldTenant.SUBJECT, shown.text("subject"));
    var entries =
        api.with(old.operatorKey)
            .get("/v1/audit-log?limit=100")
            .expecting(200)
            .json()
            .path("entries");
    var notes = new ArrayList<String>();
    var unplaced = new ArrayList<String>();
    for (var entry : entries) {
      notes.add(entry.at("/metadata/note").asText());
      if (entry.path("log_index").isNull()
          && entry.at("/metadata/request_id").asText().equals("r")) {
        unplaced.add(entry.path("action").asText());
      }
    }
    assertTrue(notes.contains(OldTenant.NOTE.replace('\n', ' ')), notes::toString);
    assertEquals(List.of("approve", "submit", "submit"), unplaced);
  }

  private static void assertLeavesAfterApproval(ServedWar server, OldTenant old) {
    server
        .api()
        .with(old.oversightKey)
        .post("/decide_email", Map.of("message_id", old.waiting, "decision", "approve"))
        .expecting(200);
    var mail = new ReceivedMail(server.mail().onlyMailFor(old.recipient));
    assertTrue(new String(mail.bytes(), StandardCharsets.UTF_8).contains(OldTenant.SUBJECT));
    var agent = server.api().with(old.agentKey);
    Waiting.until(
        "it is sent",
        () -> agent.get("/v1/emails/" + old.waiting).expecting(200).text("status"),
        "sent"::equals);
  }

  /** Only what is signed can be in the log, which exports follow. */
  private static void assertExported(Api operator, OldTenant old) {
    var lines =
        Waiting.until(
            "the log has the departure",
            () -> operator.get("/v1/log/export").expecting(200).body(),
            text -> text.contains("\"accepted\""));
    assertTrue(lines.contains(old.waiting));
    assertFalse(lines.contains("\"request_id\":\"r\""), "an entry without a signature");
    var csv = operator.get("/v1/audit-log/export?format=csv").expecting(200).body();
    assertFalse(csv.contains("\"r\""), csv);
  }

  private static void assertStreamed(Api operator) {
    var wanted = Map.of("url", "https://127.0.0.1:9/hook", "events", List.of("message.sent"));
    var hook = "/v1/webhooks/" + operator.post("/v1/webhooks", wanted).expecting(201).text("id");
    operator.post(hook + "/replay", Map.of("from", 0)).expecting(200);
    Waiting.until(
        "what left since is tried to be delivered",
        () -> operator.get("/v1/webhook-deliveries").expecting(200).body(),
        text -> text.contains("message.sent"));
  }

  private static void assertAudited(ServedWar server, OldTenant old) {
    var plain = AuditRun.at(server.api().base(), old.operatorKey);
    var knowing = AuditRun.at(server.api().base(), old.operatorKey, "--older-than-log");
    assertAll(
        () -> assertEquals(1, plain.status(), plain::said),
        () -> assertTrue(plain.output().contains("1 findings"), plain::said),
        () -> assertTrue(plain.output().contains("older_than_log"), plain::said),
        () -> assertEquals(0, knowing.status(), knowing::said),
        () -> assertTrue(knowing.output().contains("not covered by this audit"), knowing::said));
  }
}
