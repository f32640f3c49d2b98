package dev.countersign.host.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.ids.WebhookId;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One node at a time, and no tenant in all places. */
class TurnsTest {
  private static WebhookRow webhook() {
    var wanted =
        new WebhookRow.Wanted(
            URI.create("https://siem.example/"),
            EnumSet.of(EventType.LEDGER_ENTRY),
            Optional.empty(),
            EntryFormat.PLAIN);
    return new WebhookRow(WebhookId.mint(), "ten_1", wanted, "", 5, 1000);
  }

  @Test
  void a_turn_is_one_nodes_until_it_ends_or_is_given_back() {
    var webhook = webhook();
    assertTrue(webhook.take("a", 1000, 2000));
    assertFalse(webhook.take("b", 1999, 3000));
    assertTrue(webhook.heldBy("a", 1999));
    assertFalse(webhook.heldBy("a", 2000), "what a does from here on does not count");
    assertTrue(webhook.take("b", 2000, 3000));
    assertFalse(webhook.heldBy("a", 2500));
    webhook.release(2500);
    assertTrue(webhook.take("a", 2500, 3500));
  }

  @Test
  void a_failed_webhook_waits_and_a_disabled_one_has_no_turn_until_it_is_resumed() {
    var webhook = webhook();
    webhook.failed(1000, 4000);
    assertFalse(webhook.take("a", 3999, 5000));
    webhook.disable(4000);
    assertFalse(webhook.take("a", 4000, 5000));
    webhook.resume();
    assertTrue(webhook.take("a", 4000, 5000));
    assertEquals(5, webhook.position());
  }

  @Test
  void an_arrival_ends_the_failing_and_a_replay_begins_anew() {
    var webhook = webhook();
    webhook.failed(1000, 4000);
    webhook.failed(4000, 8000);
    assertEquals(2, webhook.attempts());
    assertEquals(1000, webhook.failingSince());
    webhook.reached(6, 1);
    assertEquals(0, webhook.attempts());
    assertEquals(null, webhook.failingSince());
    webhook.resume(2);
    assertEquals(2, webhook.position());
    assertEquals(0, webhook.part());
  }

  @Test
  void no_tenant_has_more_than_half_of_the_places() throws InterruptedException {
    var places = new Places(4);
    assertTrue(places.enter("a"));
    assertTrue(places.enter("a"));
    assertFalse(places.enter("a"));
    assertTrue(places.enter("b"));
    assertTrue(places.enter("c"));
    assertFalse(places.enter("d"), "all are taken");
    places.leave("a");
    assertTrue(places.enter("d"));
    for (var tenant : Set.of("a", "b", "c", "d")) {
      places.leave(tenant);
    }
    assertTrue(places.close(0));
  }
}
