package dev.countersign.conformance.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A running server: its interface for each of the three keys, and the peers around it. */
public record Product(
    Api anonymous, FirstRun firstRun, MailPeer mail, TestDatabase database, WitnessPeer witness) {
  private static final Duration DELIVERY_WOULD_BE_SEEN = Duration.ofSeconds(2);

  /** The one that Arquillian deployed, at this address. */
  public static Product deployedAt(URL address) {
    var around = Surroundings.started();
    return new Product(
        Api.at(URI.create(address.toString())),
        FirstRun.in(around.data()),
        around.mail(),
        around.database(),
        around.witness());
  }

  /** {@return the folder in which the deployed server keeps what is not in its database} */
  public static Path dataFolder() {
    return Surroundings.started().data();
  }

  public Api agent() {
    return anonymous.with(firstRun.agentKey());
  }

  public Api overseer() {
    return anonymous.with(firstRun.oversightKey());
  }

  public Api admin() {
    return anonymous.with(firstRun.adminKey());
  }

  /** The first mailbox's address in the API. */
  public String mailboxPath() {
    return "/v1/mailboxes/" + firstRun.mailboxId();
  }

  /** {@return the answer to sending this from the first mailbox} */
  public Answer send(Map<String, ?> draft) {
    return agent().post(mailboxPath() + "/send", draft);
  }

  public Answer sendFrom(String mailboxId, Map<String, ?> draft) {
    return agent().post("/v1/mailboxes/" + mailboxId + "/send", draft);
  }

  /** {@return what is in a mailbox, newest first} */
  public JsonNode emailsIn(String mailboxId) {
    return agent()
        .get("/v1/mailboxes/" + mailboxId + "/emails")
        .expecting(200)
        .json()
        .path("emails");
  }

  /** {@return the first mailbox's list by its address} */
  public JsonNode inbox(int limit) {
    return agent()
        .get("/v1/inbox?mailbox=" + firstRun.mailboxAddress() + "&limit=" + limit)
        .expecting(200)
        .json();
  }

  /** {@return the id of a new gated_send mailbox} */
  public String newMailbox() {
    return newMailbox(Map.of());
  }

  public String newMailbox(Map<String, ?> settings) {
    var wanted = new HashMap<String, Object>(settings);
    wanted.put("address", Drafts.somebody());
    return admin().post("/v1/mailboxes", wanted).expecting(201).text("id");
  }

  /**
   * {@return the id of a new monitored mailbox whose recipients are not judged, as only an operator
   * may make it}
   */
  public String monitoredMailbox(String overseer) {
    var box = newMailbox(Map.of("approver_email", overseer));
    var settings = Map.of("risk_checks", false, "oversight_mode", "monitored");
    admin().patch("/v1/mailboxes/" + box, settings).expecting(200);
    return box;
  }

  /** {@return a new key as its maker is shown it} */
  public Answer newKey(String scope, Map<String, ?> settings) {
    var wanted = new HashMap<String, Object>(settings);
    wanted.put("name", scope);
    wanted.put("scopes", List.of(scope));
    return admin().post("/v1/api-keys", wanted).expecting(201);
  }

  /** {@return the message as its only recipient got it, after it was approved} */
  public ReceivedMail deliver(Map<String, Object> draft) {
    return deliver(draft, ((String[]) draft.getOrDefault("to", new String[0]))[0]);
  }

  /** {@return the message as this recipient got it, after it was approved} */
  public ReceivedMail deliver(Map<String, ?> draft, String recipient) {
    decide(sendAndAwaitHold(draft), "approve").expecting(200);
    return new ReceivedMail(mail.onlyMailFor(recipient));
  }

  /** {@return the id of the message that waits for a person after this was sent} */
  public String sendAndAwaitHold(Map<String, ?> draft) {
    var id = send(draft).expecting(202).text("id");
    awaitStatus(id, "pending_send_approval");
    return id;
  }

  public Answer decide(String id, String decision) {
    return overseer().post("/decide_email", Map.of("message_id", id, "decision", decision));
  }

  public Answer read(String id) {
    return agent().get("/v1/emails/" + id);
  }

  public String status(String id) {
    return read(id).expecting(200).text("status");
  }

  public void awaitStatus(String id, String status) {
    Waiting.until(id + " is " + status, () -> status(id), status::equals);
  }

  /** Fails the test if mail for this address arrives within the time that a delivery takes. */
  public void staysUndelivered(String address) {
    Waiting.holds(
        "nothing is delivered to " + address,
        DELIVERY_WOULD_BE_SEEN,
        () -> mail.mailFor(address).size(),
        count -> count == 0);
  }
}
