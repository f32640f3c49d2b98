package dev.countersign.conformance.badinput;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Map;

/**
 * Things for bad calls to go wrong about, all at rest: a refused call changes none of them, so one
 * scene serves all rows.
 */
record Scene(
    Product product,
    SecondTenant other,
    String mailbox,
    String pending,
    String cancelled,
    String sent,
    String othersMessage,
    String revokedKey) {
  static final String IDEMPOTENCY_KEY = "used-before";

  static Scene of(Product product) {
    var other = SecondTenant.in(product.database());
    var box = product.newMailbox();
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "idempotency_key", IDEMPOTENCY_KEY);
    var pending = held(product, box, draft);
    var cancelled = held(product, box, Drafts.to(Drafts.somebody()));
    product.agent().post("/cancel_message", Map.of("message_id", cancelled)).expecting(200);
    var sent = held(product, box, Drafts.to(Drafts.somebody()));
    product.decide(sent, "approve").expecting(200);
    product.awaitStatus(sent, "sent");
    var owner = product.anonymous().with(other.agentKey());
    var others =
        owner
            .post("/v1/mailboxes/" + other.mailboxId() + "/send", Drafts.to(Drafts.somebody()))
            .expecting(202)
            .text("id");
    var revoked = product.newKey("send", Map.of());
    product.admin().delete("/v1/api-keys/" + revoked.text("id")).expecting(200);
    return new Scene(
        product, other, box, pending, cancelled, sent, others, revoked.text("api_key"));
  }

  private static String held(Product product, String box, Map<String, ?> draft) {
    var id = product.sendFrom(box, draft).expecting(202).text("id");
    product.awaitStatus(id, "pending_send_approval");
    return id;
  }

  String sendPath() {
    return "/v1/mailboxes/" + mailbox + "/send";
  }

  /** {@return everything that a bad call might have changed} */
  List<Long> state() {
    var database = product.database();
    return List.of(
        database.count("SELECT COUNT(*) FROM messages"),
        database.count("SELECT COUNT(*) FROM approvals"),
        database.count("SELECT COUNT(*) FROM transmissions"),
        database.count("SELECT COUNT(*) FROM api_keys WHERE live"),
        database.count("SELECT COUNT(*) FROM idempotency_keys"),
        database.count("SELECT SUM(version) FROM mailboxes"),
        database.count(
            "SELECT SUM(version) FROM messages WHERE id IN (?, ?, ?)", pending, cancelled, sent),
        database.count("SELECT COUNT(*) FROM outbox WHERE message_id IN (?, ?)", cancelled, sent));
  }

  /** {@return how many calls of people, agents and strangers are on record} */
  long recorded() {
    return product
        .database()
        .count(
            "SELECT COUNT(*) FROM ledger_entries WHERE actor_role IN ('agent', 'person',"
                + " 'operator', 'anonymous')");
  }

  /** {@return how many of them were refused for this reason} */
  long recorded(String reason) {
    return product
        .database()
        .count(
            "SELECT COUNT(*) FROM ledger_entries WHERE outcome = 'refused' AND reason = ?", reason);
  }
}
