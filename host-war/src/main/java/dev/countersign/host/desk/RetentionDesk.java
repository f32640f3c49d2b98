package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.HoldId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.retention.HeldPlace;
import dev.countersign.host.retention.LegalHoldRow;
import dev.countersign.host.retention.LegalHolds;
import dev.countersign.host.retention.RetentionPolicies;
import dev.countersign.host.retention.RetentionPolicy;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long things are kept, and what is held back from erasing: an operator's word. Whoever says so
 * has the tenant alone, so nothing is erased behind a hold that was acknowledged.
 */
@ApplicationScoped
public class RetentionDesk {
  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject RetentionPolicies policies;
  @Inject LegalHolds holds;
  @Inject Records records;
  @Inject InstantSource time;

  public Decision<RetentionPolicy> set(Speaker speaker, RetentionPolicy policy) {
    var note =
        "content "
            + policy.contentDays()
            + ", ledger_personal "
            + policy.ledgerPersonalDays()
            + ", webhook_history "
            + policy.webhookHistoryDays()
            + " days";
    return operated(
        speaker,
        records.entry(speaker, Action.SET_RETENTION).on(speaker.tenantId()).noting(note),
        () -> {
          policies.put(speaker.tenantId(), policy, speaker.actor().id(), time.millis());
          return Optional.of(policy);
        });
  }

  /** Nothing there is erased from now on. */
  public Decision<LegalHoldRow> place(Speaker speaker, HeldPlace place, String reason) {
    var entry = records.entry(speaker, Action.PLACE_HOLD).noting(reason);
    return operated(speaker, on(entry, speaker, place), () -> placed(speaker, place, reason));
  }

  private Optional<LegalHoldRow> placed(Speaker speaker, HeldPlace place, String reason) {
    if (!there(speaker, place)) {
      return Optional.empty();
    }
    var by = speaker.actor().id();
    return Optional.of(
        holds.add(new LegalHoldRow(speaker.tenantId(), place, reason, by, time.millis())));
  }

  public Decision<LegalHoldRow> lift(Speaker speaker, HoldId id, String reason) {
    return operated(
        speaker,
        records.entry(speaker, Action.LIFT_HOLD).onNamed(id.toString()).noting(reason),
        () -> holds.lift(speaker.tenantId(), id.toString(), speaker.actor().id(), time.millis()));
  }

  private static LedgerEntry on(LedgerEntry entry, Speaker speaker, HeldPlace place) {
    return switch (place) {
      case HeldPlace.WholeTenant tenant -> entry.on(speaker.tenantId());
      case HeldPlace.OneMailbox(String id) -> entry.onNamed(id);
      case HeldPlace.OneMessage(String id) -> entry.onNamed(id);
    };
  }

  private boolean there(Speaker speaker, HeldPlace place) {
    return switch (place) {
      case HeldPlace.WholeTenant tenant -> true;
      case HeldPlace.OneMailbox(String id) ->
          MailboxId.parse(id)
              .flatMap(parsed -> mailboxes.find(speaker.tenantId(), parsed))
              .isPresent();
      case HeldPlace.OneMessage(String id) ->
          EmailId.parse(id)
              .flatMap(parsed -> messages.find(speaker.tenantId(), parsed))
              .isPresent();
    };
  }

  private <T> Decision<T> operated(
      Speaker speaker, LedgerEntry entry, Supplier<Optional<T>> change) {
    return transactions.run(
        () -> {
          tenants.hold(speaker.tenantId());
          return records.operated(
              speaker,
              entry,
              () ->
                  change
                      .get()
                      .<Decision<T>>map(Decision.Allowed::new)
                      .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND)));
        });
  }
}
