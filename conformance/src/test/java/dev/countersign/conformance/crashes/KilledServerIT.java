package dev.countersign.conformance.crashes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.FirstRun;
import dev.countersign.conformance.running.RunningProduct;
import dev.countersign.conformance.running.SlowPeer;
import dev.countersign.conformance.running.SlowPeer.Moment;
import dev.countersign.conformance.running.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * One server that is killed (SIGKILL) while messages stand at every point between being handed in
 * and being delivered, and what has become of each when it runs again.
 */
@Tag("one-database")
@TestInstance(Lifecycle.PER_CLASS)
class KilledServerIT {
  private final SlowPeer peer = new SlowPeer();
  private final Message unapproved = new Message();
  private final Message approved = new Message();
  private final Message beforeData = new Message();
  private final Message beforeReceipt = new Message();
  private final Message scheduled = new Message();
  private final Message sent = new Message();

  private RunningProduct product;
  private FirstRun before;

  private static final class Message {
    final String recipient = Drafts.somebody();
    String id = "";
  }

  @SuppressWarnings("NullAway.Init") // filled in before all tests
  KilledServerIT() {}

  @BeforeAll
  void kill_the_server_while_messages_are_on_their_way(@TempDir Path data) {
    var environment =
        Map.of(
            "COUNTERSIGN_SMTP_URL",
            peer.url(),
            "COUNTERSIGN_LIMITS_RETRY_FIRST_MS",
            "500",
            "COUNTERSIGN_LIMITS_DECISION_WAIT_MS",
            "0");
    product = RunningProduct.on(data, environment);
    before = product.firstRun();
    approve(sent);
    awaitStatus(sent, "sent");

    send(unapproved, Drafts.to(unapproved.recipient));
    var soon = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS).toString();
    send(scheduled, Drafts.with(Drafts.to(scheduled.recipient), "send_at", soon));
    product.approve(scheduled.id);

    var stalledAtData = peer.stall(Moment.DATA, beforeData.recipient);
    approve(beforeData);
    stalledAtData.await();
    var stalledAtReceipt = peer.stall(Moment.RECEIPT, beforeReceipt.recipient);
    approve(beforeReceipt);
    stalledAtReceipt.await();
    var stalledAtGreeting = peer.stall(Moment.GREETING, "");
    approve(approved);
    stalledAtGreeting.await();

    product.kill();
    peer.hurry();
    product = product.startedAgain();
  }

  @AfterAll
  void stop() {
    product.close();
    peer.close();
  }

  @Test
  void an_approved_message_whose_dispatch_had_not_begun_is_delivered_once() {
    awaitStatus(approved, "sent");
    assertDeliveredOnce(approved);
  }

  @Test
  void a_scheduled_approved_message_is_delivered_once_when_its_time_comes() {
    awaitStatus(scheduled, "sent");
    assertDeliveredOnce(scheduled);
  }

  @Test
  void a_message_killed_before_the_peer_let_it_transmit_is_indeterminate_and_not_sent_again() {
    awaitStatus(beforeData, "indeterminate");
    assertBegunOnceAndNoMore(beforeData);
    assertFalse(peer.transactionsFor(beforeData.recipient).getFirst().complete());
  }

  @Test
  void a_message_killed_before_the_receipt_is_indeterminate_and_not_sent_again() {
    awaitStatus(beforeReceipt, "indeterminate");
    assertBegunOnceAndNoMore(beforeReceipt);
    assertTrue(peer.transactionsFor(beforeReceipt.recipient).getFirst().complete());
  }

  @Test
  void an_unapproved_message_still_waits_and_is_not_sent() {
    Waiting.holds(
        "nothing unapproved is transmitted",
        Duration.ofSeconds(2),
        () -> peer.transactionsFor(unapproved.recipient),
        List::isEmpty);
    assertEquals("pending_send_approval", product.status(unapproved.id));
  }

  @Test
  void a_message_sent_before_the_crash_is_still_sent_once() {
    assertEquals("sent", product.status(sent.id));
    assertDeliveredOnce(sent);
  }

  @Test
  void the_second_start_keeps_tenant_keys_and_mailbox() {
    assertEquals(before, product.firstRun());
  }

  private void approve(Message message) {
    send(message, Drafts.to(message.recipient));
    product.approve(message.id);
  }

  private void send(Message message, Map<String, Object> draft) {
    message.id = product.send(draft);
  }

  private void awaitStatus(Message message, String status) {
    Waiting.until(message.id + " is " + status, () -> product.status(message.id), status::equals);
  }

  private void assertDeliveredOnce(Message message) {
    assertBegunOnceAndNoMore(message);
    assertTrue(peer.transactionsFor(message.recipient).getFirst().complete());
  }

  private void assertBegunOnceAndNoMore(Message message) {
    Waiting.holds(
        "one transaction",
        Duration.ofSeconds(2),
        () -> peer.transactionsFor(message.recipient),
        transactions -> transactions.size() == 1);
  }
}
