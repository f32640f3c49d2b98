package dev.countersign.conformance.approvals;

import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.FirstRun;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.Waiting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /** {@return the same of this message from outside, for a mailbox that holds all mail back} */
  String arrived(String html) {
    var unique = "From outside " + UUID.randomUUID();
    var admin = anonymous.with(keys.adminKey());
    var local = "held" + UUID.randomUUID().toString().substring(0, 8) + "@countersign.localhost";
    var box = admin.post("/v1/mailboxes", Map.of("address_local", local)).expecting(201).text("id");
    admin.patch("/v1/mailboxes/" + box, Map.of("oversight_mode", "gated_all")).expecting(200);
    var mail =
        "From: \"<img src=x onerror=alert(1)>\" <a@stranger.example>\r\nSubject: "
            + unique
            + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            + html;
    admin
        .postMail("/v1/inbound?recipient=" + local, mail.getBytes(StandardCharsets.UTF_8))
        .expecting(201);
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
