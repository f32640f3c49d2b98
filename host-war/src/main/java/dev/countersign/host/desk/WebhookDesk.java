package dev.countersign.host.desk;

import dev.countersign.host.ids.WebhookId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.webhooks.LogPlace;
import dev.countersign.host.webhooks.LogPlaces;
import dev.countersign.host.webhooks.Outcomes;
import dev.countersign.host.webhooks.WebhookRow;
import dev.countersign.host.webhooks.Webhooks;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Webhooks: subscribing, going back, ending. Where mail's events go is an operator's word. */
@ApplicationScoped
public class WebhookDesk {
  @Inject Transactions transactions;
  @Inject Webhooks webhooks;
  @Inject LogPlaces places;
  @Inject Mailboxes mailboxes;
  @Inject Records records;
  @Inject InstantSource time;

  /** A new subscription to what comes after this place. */
  public Decision<Webhooks.Made> create(Speaker speaker, WebhookRow.Wanted wanted, LogPlace from) {
    var id = WebhookId.mint();
    return operated(
        speaker,
        Action.CREATE_WEBHOOK,
        id,
        wanted.url().toString(),
        () -> made(speaker.tenantId(), id, wanted, from));
  }

  private Optional<Webhooks.Made> made(
      String tenant, WebhookId id, WebhookRow.Wanted wanted, LogPlace from) {
    boolean known =
        wanted.mailbox().map(box -> mailboxes.find(tenant, box).isPresent()).orElse(true);
    return places
        .index(tenant, from)
        .filter(index -> known)
        .map(index -> webhooks.add(id, tenant, wanted, index, time.millis()));
  }

  /**
   * Goes on delivering, also where it was given up.
   *
   * @param from where; empty to go on from where it stands
   */
  public Decision<WebhookRow> replay(Speaker speaker, WebhookId id, Optional<LogPlace> from) {
    var tenant = speaker.tenantId();
    return operated(
        speaker,
        Action.REPLAY_WEBHOOK,
        id,
        from.map(Object::toString).orElse(null),
        () ->
            from.isEmpty()
                ? webhooks.resume(tenant, id, Optional.empty())
                : places
                    .index(tenant, from.get())
                    .flatMap(index -> webhooks.resume(tenant, id, Optional.of(index))));
  }

  public Decision<WebhookRow> delete(Speaker speaker, WebhookId id) {
    return operated(
        speaker, Action.DELETE_WEBHOOK, id, null, () -> webhooks.remove(speaker.tenantId(), id));
  }

  private <T> Decision<T> operated(
      Speaker speaker,
      Action action,
      WebhookId id,
      @Nullable String note,
      Supplier<Optional<T>> change) {
    return transactions.run(
        () ->
            records.operated(
                speaker,
                records.entry(speaker, action).onNamed(id.toString()).noting(note),
                () ->
                    change
                        .get()
                        .<Decision<T>>map(Decision.Allowed::new)
                        .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND))));
  }

  /** In the transaction that gives a webhook up: whoever reads the ledger sees that it stopped. */
  void onGivenUp(@Observes Outcomes.GaveUp gaveUp) {
    var webhook = gaveUp.webhook();
    var speaker = new Speaker.Part(webhook.tenantId(), Role.DISPATCHER, "job_" + webhook.id());
    var entry = records.entry(speaker, Action.DISABLE_WEBHOOK).on(webhook.id());
    var unused = records.recorded(entry.noting(gaveUp.why()), new Decision.Allowed<>(webhook));
  }
}
