package dev.countersign.conformance.ledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people wrote stands beside the entries, never in them, and can be erased there. */
public interface Detaching extends OnProduct {
  /** A text stored beside an entry, as it is in the database. */
  record Beside(String salt, String payload, String leaf) {}

  @Test
  default void nothing_that_anybody_wrote_stands_in_an_entry() {
    var marker = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    plant(marker);
    var leaves = Leaf.in(product().database());
    var showing =
        leaves.stream().filter(leaf -> leaf.text().toLowerCase(Locale.ROOT).contains(marker));
    assertEquals(List.of(), showing.toList(), marker);
    long beside =
        product()
            .database()
            .count("SELECT COUNT(*) FROM ledger_payloads WHERE payload LIKE ?", "%" + marker + "%");
    assertTrue(beside >= 8, beside + " texts were kept beside their entries");
  }

  /** Writes the marker wherever a caller can write something. */
  private void plant(String marker) {
    var draft = new HashMap<>(Drafts.to(marker + "@" + marker + ".example"));
    draft.put("subject", marker);
    draft.put("markdown", marker);
    draft.put("idempotency_key", marker);
    var id = product().sendAndAwaitHold(draft);
    var overseer = product().overseer();
    overseer
        .post(
            "/decide_email",
            Map.of("message_id", id, "decision", "approve", "approver_note", marker))
        .expecting(200);
    var other = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var reason = Map.of("message_id", other, "reason", marker);
    product().agent().post("/cancel_message", reason).expecting(200);
    product().agent().get("/v1/emails/" + marker).expecting(404);
    product().agent().get("/v1/mailboxes/" + marker).expecting(404);
    product().agent().get("/v1/emails/em_" + ulid(marker)).expecting(404);
    product().agent().get("/v1/inbox?mailbox=" + marker + "@x.example").expecting(404);
    product().anonymous().with("mm_live_" + marker).get("/v1/mailboxes").expecting(401);
    product().anonymous().get("/" + marker);
    var admin = product().admin();
    var box = product().newMailbox(Map.of("display_name", marker));
    admin.patch("/v1/mailboxes/" + box, Map.of("display_name", marker + "2")).expecting(200);
    admin.post("/v1/mailboxes", Map.of("address", marker + "@" + marker + "!")).expecting(400);
    var key = Map.of("name", marker, "scopes", List.of("read"));
    admin.post("/v1/api-keys", key).expecting(201);
    admin.delete("/v1/api-keys/" + marker).expecting(404);
    admin.post("/v1/domains", Map.of("domain", marker + ".example")).expecting(201);
    var word = Map.of("verdict", "trusted", "reason", marker, "expires_at", "2099-01-01T00:00:00Z");
    admin.put("/v1/domains/overrides/" + marker + ".example", word).expecting(200);
    admin.delete("/v1/domains/overrides/" + marker + ".example").expecting(200);
  }

  /** An id of the right form that was never minted here, which can spell something, too. */
  private static String ulid(String marker) {
    var letters = marker.toUpperCase(Locale.ROOT).replaceAll("[ILOU]", "X");
    return ("0" + letters + "0".repeat(26)).substring(0, 26);
  }

  @Test
  default void what_stands_beside_an_entry_is_what_the_entry_commits_to() throws Exception {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var note = Map.of("message_id", id, "decision", "reject", "approver_note", "no \u20ac \"1\"");
    product().overseer().post("/decide_email", note).expecting(200);
    var texts = texts();
    assertFalse(texts.isEmpty());
    for (var text : texts) {
      assertEquals(text.leaf(), commitment(text.salt(), text.payload()), text.payload());
      assertFalse(text.leaf().equals(commitment(text.salt(), text.payload() + " ")));
    }
  }

  private List<Beside> texts() throws SQLException {
    List<Beside> texts = new ArrayList<>();
    try (var connection = product().database().connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT p.salt, p.payload, e.leaf FROM ledger_payloads p"
                        + " JOIN ledger_entries e ON e.id = p.entry_id")) {
      while (rows.next()) {
        var detached = Leaf.of(rows.getString(3)).entry().path("detached").asText();
        texts.add(new Beside(rows.getString(1), rows.getString(2), detached));
      }
    }
    return texts;
  }

  private static String commitment(String salt, String payload) throws GeneralSecurityException {
    var sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(Base64.getUrlDecoder().decode(salt));
    return HexFormat.of().formatHex(sha256.digest(payload.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  default void the_audit_log_shows_both_together() {
    var marker = "zq" + UUID.randomUUID();
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var reason = Map.of("message_id", id, "reason", marker);
    product().agent().post("/cancel_message", reason).expecting(200);
    product().agent().get("/v1/emails/" + marker).expecting(404);
    var entries =
        product().admin().get("/v1/audit-log?limit=5").expecting(200).json().path("entries");
    var missing = entries.path(0);
    var cancelled = entries.path(1);
    assertAll(
        () -> assertEquals(marker, missing.path("resource_id").asText()),
        () -> assertEquals("not_found", missing.path("metadata").path("reason").asText()),
        () -> assertEquals("cancel", cancelled.path("action").asText()),
        () -> assertEquals("email", cancelled.path("resource_type").asText()),
        () -> assertEquals(id, cancelled.path("resource_id").asText()),
        () -> assertEquals(marker, cancelled.path("metadata").path("note").asText()),
        () -> assertTrue(cancelled.path("actor_key_id").asText().startsWith("key_")),
        () -> assertTrue(cancelled.path("created_at").asText().endsWith("Z")));
  }
}
