package dev.countersign.conformance.crashes;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.RunningProduct;
import dev.countersign.conformance.running.SlowPeer;
import dev.countersign.conformance.running.SlowPeer.Moment;
import dev.countersign.conformance.running.Waiting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that does not answer holds up what is on its way to it, and nothing else. */
@Tag("one-database")
class StalledPeerIT {
  @Test
  void messages_are_scanned_while_every_dispatch_is_held_up(@TempDir Path data) {
    try (var peer = new SlowPeer()) {
      var environment =
          Map.of(
              "COUNTERSIGN_SMTP_URL",
              peer.url(),
              "COUNTERSIGN_LIMITS_DISPATCH_THREADS_COUNT",
              "1",
              "COUNTERSIGN_LIMITS_DECISION_WAIT_MS",
              "0",
              "COUNTERSIGN_LIMITS_STOP_WAIT_MS",
              "0");
      var product = RunningProduct.on(data, environment);
      try {
        var recipient = Drafts.somebody();
        var stalled = peer.stall(Moment.RECEIPT, recipient);
        product.approve(product.send(Drafts.to(recipient)));
        stalled.await();

        var next = product.send(Drafts.to(Drafts.somebody()));
        Waiting.until(
            "the next message waits for a person",
            () -> product.status(next),
            "pending_send_approval"::equals);
      } finally {
        product.close();
      }
    }
  }
}
