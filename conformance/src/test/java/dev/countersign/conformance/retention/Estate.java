package dev.countersign.conformance.retention;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.TenantRows;
import dev.countersign.conformance.running.Waiting;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant of its own on the running server, whose mail can be made old. */
final class Estate {
  static final long AGE = Duration.ofDays(4000).toMillis();

  private final Product product;
  private final TenantRows rows;
  private final TenantRows.Somebody person;
  private final TenantRows.Box box;
  private final Api agent;
  private final Api overseer;
  private final Api operator;

  private Estate(Product product, TenantRows rows) {
    this.product = product;
    this.rows = rows;
    var chief = rows.somebody(Role.OPERATOR);
    var writer = rows.somebody(Role.AGENT);
    person = rows.somebody(Role.PERSON);
    rows.overseer(person);
    box = rows.mailbox(person);
    agent = keyed(rows.key(writer, chief, new Scopes(true, true, false, false)));
    overseer = keyed(rows.key(person, chief, new Scopes(false, false, true, false)));
    operator = keyed(rows.key(chief, chief, new Scopes(false, false, false, true)));
  }

  static Estate on(Product product) {
    return new Estate(product, new TenantRows(product.database()));
  }

  private Api keyed(TenantRows.Credential key) {
    return product.anonymous().with(key.secret());
  }

  Api operator() {
    return operator;
  }

  Api agent() {
    return agent;
  }

  Api overseer() {
    return overseer;
  }

  String tenant() {
    return rows.tenant();
  }

  TenantRows.Box box() {
    return box;
  }

  String overseerAddress() {
    return person.address();
  }

  /** {@return the id of a message that says the marker everywhere, and waits for a person} */
  String written(String marker) {
    var attachment =
        Map.of(
            "name",
            marker + ".txt",
            "content_type",
            "text/plain",
            "content_base64",
            Base64.getEncoder().encodeToString(marker.getBytes(StandardCharsets.UTF_8)));
    var draft =
        Map.of(
            "to",
            List.of(marker + "-to@" + marker + ".example"),
            "subject",
            marker + " subject",
            "markdown",
            marker + " body " + UUID.randomUUID(),
            "attachments",
            List.of(attachment),
            "idempotency_key",
            marker + UUID.randomUUID());
    var id = agent.post("/v1/mailboxes/" + box.id() + "/send", draft).expecting(202).text("id");
    Waiting.until(id + " waits for a person", () -> status(id), "pending_send_approval"::equals);
    var path = "/v1/mailboxes/" + box.id() + "/emails/" + id + "/tags";
    agent.put(path, Map.of("tags", Map.of(marker, marker + " tag"))).expecting(200);
    return id;
  }

  /** The same, approved with a note and sent. */
  String sent(String marker) {
    var id = written(marker);
    overseer
        .post(
            "/decide_email",
            Map.of("message_id", id, "decision", "approve", "approver_note", marker + " note"))
        .expecting(200);
    Waiting.until(id + " is sent", () -> status(id), "sent"::equals);
    return id;
  }

  /** From now on the mailbox adds the marker to all that leaves it. */
  void furnished(String marker) {
    var address = marker + "-copy@" + marker + ".example";
    operator
        .patch(
            "/v1/mailboxes/" + box.id(),
            Map.of("auto_cc", address, "auto_bcc", "b" + address, "signature_block", marker))
        .expecting(200);
  }

  /** {@return the id of mail from outside that says the marker everywhere} */
  String received(String marker) {
    var mail =
        String.join(
            "\r\n",
            "From: " + marker + "@example.net",
            "To: " + box.address(),
            "Subject: " + marker,
            "Date: Tue, 17 Mar 2026 12:30:01 +0000",
            "Message-ID: <" + marker + "@example.net>",
            "Content-Type: text/plain; charset=utf-8",
            "",
            marker,
            "");
    return operator
        .postMail(
            "/v1/inbound?recipient=" + box.address(), mail.getBytes(StandardCharsets.US_ASCII))
        .expecting(201)
        .text("id");
  }

  Answer read(String id) {
    return agent.get("/v1/emails/" + id);
  }

  private String status(String id) {
    return read(id).expecting(200).text("status");
  }

  /** As if all of it had happened eleven years ago; only a test can say so. */
  void madeOld() {
    product
        .database()
        .execute(
            "UPDATE messages SET changed_at = changed_at - ?, version = version + 1"
                + " WHERE tenant_id = ?",
            AGE,
            tenant());
    product
        .database()
        .execute("UPDATE ledger_entries SET at = at - ? WHERE tenant_id = ?", AGE, tenant());
  }

  /** {@return the id of a webhook that nothing answers} */
  String webhook() {
    var wanted = Map.of("url", "https://127.0.0.1:9/hook", "events", List.of("message.sent"));
    return operator().post("/v1/webhooks", wanted).expecting(201).text("id");
  }

  /** A delivery as it stands in a webhook's history. */
  void delivered(String webhook, String marker, String status, long age) {
    long at = System.currentTimeMillis() - age;
    product
        .database()
        .execute(
            "INSERT INTO webhook_deliveries (id, tenant_id, webhook_id, url, event_id, event_type,"
                + " log_index, status, attempts, created_at, last_attempt_at)"
                + " VALUES (?, ?, ?, ?, ?, 'message.sent', 0, ?, 1, ?, ?)",
            "whd_" + marker.substring(0, 20),
            tenant(),
            webhook,
            "https://sink.example/" + marker,
            "evt_" + marker.substring(0, 20),
            status,
            at,
            at);
  }

  /** {@return id to leaf of all entries so far, in their order} */
  Map<String, String> leaves() {
    Map<String, String> leaves = new LinkedHashMap<>();
    try (var connection = product.database().connect();
        var statement =
            connection.prepareStatement(
                "SELECT id, leaf FROM ledger_entries WHERE tenant_id = ? ORDER BY arrival")) {
      statement.setString(1, tenant());
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          leaves.put(found.getString(1), found.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return leaves;
  }
}
