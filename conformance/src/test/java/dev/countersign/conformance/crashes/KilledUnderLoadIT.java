package dev.countersign.conformance.crashes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.RunningProduct;
import dev.countersign.conformance.running.SlowPeer;
import dev.countersign.conformance.running.Waiting;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed (SIGKILL) in the middle of a stream of calls, and again. */
@Tag("one-database")
class KilledUnderLoadIT {
  private static final int SENDERS = 3;
  private static final int SENT_BEFORE_THE_FIRST_KILL = 20;
  private static final int SENT_BEFORE_THE_SECOND_KILL = 47;
  private static final Set<String> SETTLED = Set.of("sent", "indeterminate");
  private static final Set<String> UNDECIDED = Set.of("pending_scan", "pending_send_approval");

  private final Map<String, String> recipientOf = new ConcurrentHashMap<>();
  private final Set<String> tried = ConcurrentHashMap.newKeySet();
  private final Set<String> approved = ConcurrentHashMap.newKeySet();

  @Test
  void what_was_acknowledged_is_there_and_what_was_approved_is_sent_at_most_once(@TempDir Path data)
      throws Exception {
    try (var peer = new SlowPeer()) {
      var environment =
          Map.of("COUNTERSIGN_SMTP_URL", peer.url(), "COUNTERSIGN_LIMITS_DECISION_WAIT_MS", "0");
      var product = RunningProduct.on(data, environment);
      try {
        for (int calls : List.of(SENT_BEFORE_THE_FIRST_KILL, SENT_BEFORE_THE_SECOND_KILL)) {
          killAfter(calls, product);
          product = product.startedAgain();
          assertEverythingKept(product, peer);
        }
      } finally {
        product.close();
      }
    }
  }

  private void killAfter(int calls, RunningProduct product) throws Exception {
    var enough = new CountDownLatch(calls);
    List<Future<?>> streams = new ArrayList<>();
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      for (int i = 0; i < SENDERS; i++) {
        streams.add(senders.submit(() -> sendAndApproveUntilKilled(product, enough)));
      }
      try {
        Waiting.until("calls are under way", enough::getCount, count -> count == 0);
      } finally {
        product.kill();
      }
    }
    for (var stream : streams) {
      stream.get();
    }
  }

  /** Every second message is approved. An input-output error is the kill; anything else fails. */
  private void sendAndApproveUntilKilled(RunningProduct product, CountDownLatch enough) {
    try {
      for (int n = 0; ; n++) {
        var recipient = Drafts.somebody();
        var id = product.send(Drafts.to(recipient));
        recipientOf.put(id, recipient);
        if (n % 2 == 0) {
          tried.add(id);
          product.approve(id);
          approved.add(id);
        }
        enough.countDown();
      }
    } catch (UncheckedIOException cutOff) {
      // The server is gone.
    }
  }

  private void assertEverythingKept(RunningProduct product, SlowPeer peer) {
    assertAll(
        recipientOf.entrySet().stream()
            .map(sent -> () -> assertKept(product, peer, sent.getKey(), sent.getValue())));
  }

  private void assertKept(RunningProduct product, SlowPeer peer, String id, String recipient) {
    if (approved.contains(id)) {
      Waiting.until(id + " is settled", () -> product.status(id), SETTLED::contains);
    }
    var status = product.status(id);
    int begun = peer.transactionsFor(recipient).size();
    assertTrue(begun <= 1, id + " was transmitted " + begun + " times");
    if (!tried.contains(id)) {
      assertEquals(0, begun, id + " was transmitted without approval");
      assertTrue(UNDECIDED.contains(status), id + " is " + status);
    }
    if (status.equals("sent")) {
      assertEquals(1, begun, id + " is said to be sent");
    }
  }
}
