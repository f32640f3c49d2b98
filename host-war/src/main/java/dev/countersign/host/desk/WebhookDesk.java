package dev.countersign.host.desk;

import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.ids.WebhookId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
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
  @Inject CodeDesk codes;
  @Inject Tenants tenants;
  @Inject Records records;
  @Inject InstantSource time;

  /**
   * A new subscription to what comes after this place.
   *
   * @param exactly all that was asked for
   * @param code an operator's, where the caller has one
   */
  public Coded<Webhooks.Made> create(
      Speaker.KeyHolder speaker,
      WebhookRow.Wanted wanted,
      LogPlace from,
      Members exactly,
      Optional<String> code) {
    var id = WebhookId.mint();
    return coded(
        speaker,
        CodedAct.of(speaker.tenantId(), Action.CREATE_WEBHOOK, exactly),
        code,
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

  /**
   * Ends a subscription.
   *
   * @param code an operator's, where the caller has one
   */
  public Coded<WebhookRow> delete(Speaker.KeyHolder speaker, WebhookId id, Optional<String> code) {
    var exactly = new Members().with("webhook_id", id.toString());
    // No code is mailed for what is not there, or is another tenant's.
    return transactions.run(
        () ->
            webhooks.find(speaker.tenantId(), id).isEmpty()
                ? new Coded.Answered<WebhookRow>(
                    records.notFound(speaker, Action.DELETE_WEBHOOK, id.toString()))
                : coded(
                    speaker,
                    CodedAct.of(speaker.tenantId(), Action.DELETE_WEBHOOK, exactly),
                    code,
                    id,
                    null,
                    () -> webhooks.remove(speaker.tenantId(), id)));
  }

  private <T> Coded<T> coded(
      Speaker.KeyHolder speaker,
      CodedAct act,
      Optional<String> code,
      WebhookId id,
      @Nullable String note,
      Supplier<Optional<T>> change) {
    return transactions.run(
        () -> {
          tenants.hold(speaker.tenantId());
          var entry = records.entry(speaker, act.action()).onNamed(id.toString()).noting(note);
          return codes.operated(speaker, act, code, entry, () -> found(change));
        });
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
                () -> found(change)));
  }

  private static <T> Decision<T> found(Supplier<Optional<T>> change) {
    return change
        .get()
        .<Decision<T>>map(Decision.Allowed::new)
        .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND));
  }

  /** In the transaction that gives a webhook up: whoever reads the ledger sees that it stopped. */
  void onGivenUp(@Observes Outcomes.GaveUp gaveUp) {
    var webhook = gaveUp.webhook();
    var speaker = new Speaker.Part(webhook.tenantId(), Role.DISPATCHER, "job_" + webhook.id());
    var entry = records.entry(speaker, Action.DISABLE_WEBHOOK).on(webhook.id());
    var unused = records.recorded(entry.noting(gaveUp.why()), new Decision.Allowed<>(webhook));
  }
}
