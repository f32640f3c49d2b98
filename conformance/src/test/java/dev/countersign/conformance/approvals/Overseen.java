package dev.countersign.conformance.approvals;

import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.FirstRun;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A running product with an agent that writes and a person who decides: the deployed one, or the
 * one at {@code -Dcountersign.browser.url} whose data folder is {@code -Dcountersign.browser.data}.
 */
final class Overseen {
  static final String RECIPIENT = "ann@customer.example";

  private final Api anonymous;
  private final FirstRun keys;
  private final Map<String, String> ids = new HashMap<>();

  private Overseen(Api anonymous, FirstRun keys) {
    this.anonymous = anonymous;
    this.keys = keys;
  }

  static Overseen of(Product deployed) {
    var url = System.getProperty("countersign.browser.url", "");
    if (url.isEmpty()) {
      return new Overseen(deployed.anonymous(), deployed.firstRun());
    }
    var data = Path.of(System.getProperty("countersign.browser.data", "data"));
    return new Overseen(Api.at(URI.create(url)), FirstRun.in(data));
  }

  String url() {
    var url = anonymous.base().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  String oversightKey() {
    return keys.oversightKey();
  }

  String agentKey() {
    return keys.agentKey();
  }

  /** {@return this subject made unlike all others, of a message that waits for a person now} */
  String waiting(String subject, String markdown) {
    var unique = subject + " " + UUID.randomUUID();
    var id =
        anonymous
            .with(agentKey())
            .post(
                "/v1/mailboxes/" + keys.mailboxId() + "/send",
                Map.of("to", List.of(RECIPIENT), "subject", unique, "markdown", markdown))
            .expecting(202)
            .text("id");
    ids.put(unique, id);
    awaitStatus(unique, "pending_send_approval");
    return unique;
  }

  /** Takes back what {@link #waiting} handed in, so that the queue is short again. */
  void cancelAll() {
    for (var id : ids.values()) {
      anonymous.with(agentKey()).post("/cancel_message", Map.of("message_id", id)).expecting(200);
    }
  }

  /** {@return the queue, as the server answers it} */
  String pending() {
    return anonymous.with(oversightKey()).get("/v1/oversight/pending").expecting(200).body();
  }

  void awaitStatus(String subject, String status) {
    var path = "/v1/mailboxes/" + keys.mailboxId() + "/emails/" + ids.get(subject);
    Waiting.until(
        subject + " is " + status,
        () -> anonymous.with(agentKey()).get(path).expecting(200).text("status"),
        status::equals);
  }
}
