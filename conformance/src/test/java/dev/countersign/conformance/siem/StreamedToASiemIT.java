package dev.countersign.conformance.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.RunningProduct;
import dev.countersign.conformance.running.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole ledger streamed to a SIEM that is killed and comes back, that takes events without
 * saying so, and that is too busy, by a server that is itself killed (SIGKILL) in between.
 */
@Tag("one-database")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class StreamedToASiemIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReportPart part = ReportPart.begin("siem-stream");
  private Siem siem;
  private RunningProduct product;
  private ServerSocket stuck;
  private Answer webhook;
  private Answer dead;
  private String sent;
  private long size;
  private List<JsonNode> taken;
  private List<String> log;

  @SuppressWarnings("NullAway.Init") // filled in before all tests
  StreamedToASiemIT() {}

  @BeforeAll
  void stream_while_everything_goes_down(@TempDir Path data, @TempDir Path beside)
      throws IOException {
    siem = Siem.in(beside);
    siem.start();
    product = RunningProduct.on(data, environment());
    // One sink takes connections and says nothing for ever, at another nobody listens.
    stuck = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    subscribe("https://localhost:" + stuck.getLocalPort() + "/", "ledger.entry");
    dead = subscribe("https://localhost:9/", "ledger.entry");
    webhook = admin().post("/v1/webhooks", subscription("ledger.entry")).expecting(201);
    admin().post("/v1/webhooks", subscription("message.sent", "message.delivered")).expecting(201);
    calls(20);
    sent = product.send(Drafts.to(Drafts.somebody()));
    product.approve(sent);
    awaitTaken("led_", 20);

    siem.kill();
    calls(20);
    product.kill();
    product = product.startedAgain();
    calls(20);
    siem.mode(Siem.Mode.SILENT);
    siem.start();
    awaitRepeats();
    siem.mode(Siem.Mode.BUSY);
    calls(20);
    siem.mode(Siem.Mode.OK);
    product.kill();
    product = product.startedAgain();
    calls(5);
    readAll();
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
    siem.close();
    stuck.close();
  }

  private Map<String, String> environment() {
    return Map.of(
        "COUNTERSIGN_WEBHOOKS_ALLOW_PRIVATE", "true",
        "COUNTERSIGN_WEBHOOKS_CA_FILE", siem.certificate(),
        "COUNTERSIGN_LIMITS_WEBHOOK_RETRY_FIRST_MS", "50",
        "COUNTERSIGN_LIMITS_WEBHOOK_RETRY_LONGEST_MS", "300",
        "COUNTERSIGN_LIMITS_WEBHOOK_ANSWER_MS", "2000",
        "COUNTERSIGN_LIMITS_WEBHOOK_ATTEMPTS_COUNT", "200",
        "COUNTERSIGN_LIMITS_WEBHOOK_POLL_MS", "100",
        "COUNTERSIGN_LIMITS_LOG_INTERVAL_MS", "100");
  }

  private Map<String, Object> subscription(String... events) {
    return Map.of("url", siem.origin() + "/" + events[0] + "?a=%2F", "events", events);
  }

  private Answer subscribe(String url, String event) {
    var wanted = Map.of("url", url, "events", List.of(event));
    return admin().post("/v1/webhooks", wanted).expecting(201);
  }

  private Api admin() {
    return product.anonymous().with(product.firstRun().adminKey());
  }

  /** Calls of which every one leaves an entry, refused ones among them. */
  private void calls(int count) {
    for (int i = 0; i < count; i++) {
      product.agent().get(i % 2 == 0 ? "/v1/mailboxes" : "/v1/audit-log");
    }
  }

  private List<JsonNode> ofEntries() {
    return siem.taken().stream()
        .filter(body -> body.path("event_type").asText().equals("ledger.entry"))
        .toList();
  }

  private void awaitTaken(String kind, int count) {
    Waiting.until(
        count + " events were taken",
        () ->
            ofEntries().stream()
                .filter(one -> one.path("entry_id").asText().startsWith(kind))
                .count(),
        taken -> taken >= count);
  }

  /** What it took and did not acknowledge comes again. */
  private void awaitRepeats() {
    Waiting.until(
        "an event is handed over again",
        () -> {
          var ids = ofEntries().stream().map(one -> one.path("id").asText()).toList();
          return ids.size() - ids.stream().distinct().count();
        },
        repeats -> repeats >= 3);
  }

  private void readAll() {
    long from = webhook.json().path("position").asLong();
    var export = admin().get("/v1/audit-log/export?position=" + from).expecting(200);
    size = export.headers().firstValueAsLong("X-Countersign-Log-Size").orElseThrow();
    Waiting.until(
        "position " + (size - 1) + " was taken",
        () -> ofEntries().stream().mapToLong(one -> one.path("position").asLong()).max().orElse(-1),
        last -> last >= size - 1);
    taken = ofEntries().stream().filter(one -> one.path("position").asLong() < size).toList();
    log =
        export
            .body()
            .lines()
            .map(line -> read(line).path("id").asText())
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  @Test
  @Order(1)
  void the_siem_has_the_same_entries_in_the_same_order_and_repeats_have_the_same_id() {
    long from = webhook.json().path("position").asLong();
    assertEquals(size - from, log.size());
    var arrived = taken.stream().map(Stream.Arrived::of).toList();
    assertEquals(List.of(), Stream.faults(from, log, arrived));
    assertTrue(log.size() > 85, log.size() + " entries");
    assertTrue(arrived.size() > log.size(), "something came twice");
    part.count("entries streamed", log.size())
        .count("repeats under the same id", arrived.size() - log.size());
  }

  @Test
  @Order(2)
  void an_event_holds_the_entry_and_the_very_text_that_was_signed() {
    for (var one : taken) {
      var leaf = read(one.path("leaf").asText());
      assertEquals(one.path("entry"), leaf.path("entry"));
      assertEquals(one.path("entry_id").asText(), leaf.at("/entry/id").asText());
    }
  }

  @Test
  @Order(3)
  void a_message_is_told_of_once_under_the_names_that_clients_read() {
    var told =
        siem.taken().stream()
            .filter(one -> one.path("event_type").asText().equals("message.sent"))
            .toList();
    assertEquals(1, told.stream().map(one -> one.path("id").asText()).distinct().count());
    var event = told.getFirst();
    assertEquals(sent, event.path("message_id").asText());
    assertEquals(sent, event.path("email_id").asText());
    assertEquals(product.firstRun().mailboxAddress(), event.path("mailbox").asText());
    assertFalse(event.path("thread_id").asText().isEmpty());
    assertFalse(event.path("timestamp").asText().isEmpty());
  }

  @Test
  @Order(4)
  void the_history_tells_of_deliveries_and_their_tries() {
    var id = webhook.text("id");
    var page = admin().get("/v1/webhook-deliveries?limit=100&webhook=" + id).expecting(200).json();
    var rows = page.path("deliveries");
    assertTrue(rows.size() > 50, rows.toString());
    for (var row : rows) {
      assertTrue(
          List.of("delivered", "pending").contains(row.path("status").asText()), row.toString());
    }
    var all = admin().get("/v1/webhooks").expecting(200);
    assertFalse(all.body().contains("whsec_"), "no secret is shown again");
  }

  @Test
  @Order(5)
  void a_replay_brings_the_same_events_again() {
    int before = siem.taken().size();
    var path = "/v1/webhooks/" + webhook.text("id") + "/replay";
    admin().post(path, Map.of("from", log.get(3))).expecting(200);
    Waiting.until(
        "they come again",
        () ->
            siem.taken().stream()
                .skip(before)
                .map(Stream.Arrived::of)
                .map(Stream.Arrived::entry)
                .toList(),
        // What was under way when the replay was asked for may come before it.
        again -> Collections.indexOfSubList(again, log.subList(3, 13)) >= 0);
    assertEquals(400, admin().post(path, Map.of("from", "yesterday")).status());
    assertEquals(404, admin().post(path, Map.of("from", size + 1_000_000)).status());
  }

  @Test
  @Order(6)
  void a_sink_that_fails_for_too_long_is_given_up_on_record_and_taken_up_again_on_request() {
    var path = "/v1/webhooks/" + dead.text("id");
    // So many tries, each after a pause and a turn of its own, take a minute by themselves.
    Waiting.until(
        "it is disabled",
        Duration.ofMinutes(5),
        () -> admin().get(path).text("status"),
        "disabled"::equals);
    var query = "/v1/audit-log?action=disable_webhook&object=" + dead.text("id");
    var entries = admin().get(query).expecting(200).json().path("entries");
    assertEquals(1, entries.size());
    assertEquals("dispatcher", entries.path(0).path("actor_role").asText());
    assertEquals("too many attempts", entries.path(0).at("/metadata/note").asText());
    long stood = admin().get(path).json().path("position").asLong();
    admin().post(path + "/replay", Map.of()).expecting(200);
    Waiting.until("it is tried again", () -> admin().get(path).text("status"), "failing"::equals);
    assertEquals(stood, admin().get(path).json().path("position").asLong(), "nothing is lost");
  }

  @Test
  @Order(7)
  void a_receiver_can_check_every_signature_and_notices_a_changed_body() {
    var keys = product.anonymous().get("/.well-known/countersign-keys.json").expecting(200).body();
    var first = webhook.text("signing_secret");
    assertTrue(first.startsWith("whsec_"), first);
    var verdict = siem.verified(first, keys);
    // The other webhook's events are signed with the other secret, which was not kept here.
    long others =
        siem.taken().stream()
            .filter(one -> !one.path("event_type").asText().equals("ledger.entry"))
            .count();
    assertEquals(others, refusals(verdict, "secret"), verdict.toString());
    assertEquals(0, refusals(verdict, "origin"), verdict.toString());
    assertTrue(verdict.path("verified").asLong() >= taken.size(), verdict.toString());
    siem.tamper("ledger.entry", "ledger.Entry");
    var noticed = siem.verified(first, keys);
    assertEquals(others + 1, refusals(noticed, "secret"));
    assertEquals(1, refusals(noticed, "origin"));
    part.count("signatures verified by another program", verdict.path("verified").asLong())
        .passed();
  }

  private static long refusals(JsonNode verdict, String check) {
    return StreamSupport.stream(verdict.path("refused").spliterator(), false)
        .filter(why -> why.asText().contains(": " + check + ": "))
        .count();
  }
}
