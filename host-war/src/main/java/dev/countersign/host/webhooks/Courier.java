package dev.countersign.host.webhooks;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.ids.WebhookId;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes a turn for one webhook: hands over what lies before it, one event after the other, and
 * notes after each how far it has come. What was handed over and not noted is handed over again,
 * under the same id.
 */
@ApplicationScoped
public class Courier {
  private static final int BATCH = 100;

  @Inject Transactions transactions;
  @Inject Turns turns;
  @Inject Outcomes outcomes;
  @Inject Handover handover;
  @Inject Limits limits;
  @Inject DataFolder data;
  @Inject InstantSource time;

  void turn(WebhookId id) {
    long now = time.millis();
    long answer = limits.value(Limit.WEBHOOK_ANSWER_MS);
    long lastStart = now + limits.value(Limit.WEBHOOK_LEASE_MS);
    // The last request ends while the turn is still ours.
    long until = lastStart + 2 * answer;
    transactions
        .run(() -> turns.take(id, data.nodeName(), now, until))
        .ifPresent(webhook -> turn(webhook, lastStart));
  }

  private void turn(WebhookRow webhook, long lastStart) {
    var at = Optional.of(webhook);
    while (at.isPresent() && time.millis() < lastStart) {
      at = batch(at.get(), lastStart);
    }
    transactions.run(
        () -> {
          int kept = limits.count(Limit.WEBHOOK_HISTORY_COUNT);
          turns.giveBack(webhook, data.nodeName(), time.millis(), kept);
          return true;
        });
  }

  /** {@return the webhook after these entries; empty if it cannot or need not go on} */
  private Optional<WebhookRow> batch(WebhookRow webhook, long lastStart) {
    var entries = transactions.run(() -> turns.before(webhook, BATCH));
    var at = Optional.of(webhook);
    for (int i = 0; i < entries.size() && at.isPresent(); i++) {
      at = entry(at.get(), entries.get(i), webhook.position() + i, lastStart);
    }
    long end = webhook.position() + entries.size();
    return entries.isEmpty() ? Optional.empty() : at.flatMap(here -> passed(here, end));
  }

  /** Entries without an event for this webhook are passed over together. */
  private Optional<WebhookRow> passed(WebhookRow at, long end) {
    return at.position() >= end
        ? Optional.of(at)
        : transactions.run(() -> turns.reached(at, data.nodeName(), time.millis(), end, 0));
  }

  private Optional<WebhookRow> entry(
      WebhookRow webhook, LedgerRow entry, long place, long lastStart) {
    var events = wanted(webhook, entry);
    var at = Optional.of(webhook);
    int done = webhook.position() == place ? webhook.part() : 0;
    for (int i = done; i < events.size() && at.isPresent(); i++) {
      boolean last = i + 1 == events.size();
      var event = new Event(entry, place, events.get(i));
      at =
          time.millis() < lastStart
              ? event(at.get(), event, last ? place + 1 : place, last ? 0 : i + 1)
              : Optional.empty();
    }
    return at;
  }

  private Optional<WebhookRow> event(WebhookRow at, Event event, long nextPlace, int others) {
    var attempt = handover.attempt(at, event);
    return attempt.arrived()
        ? transactions.run(() -> outcomes.arrived(at, event, attempt, nextPlace, others))
        : transactions.run(() -> outcomes.failed(at, event, attempt));
  }

  private static List<EventType> wanted(WebhookRow webhook, LedgerRow entry) {
    boolean elsewhere =
        webhook.mailboxId() != null && !webhook.mailboxId().equals(entry.mailboxId());
    var events = webhook.events();
    return elsewhere ? List.of() : Meaning.of(entry).stream().filter(events::contains).toList();
  }
}
