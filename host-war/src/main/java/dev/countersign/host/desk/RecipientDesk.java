package dev.countersign.host.desk;

import dev.countersign.host.ids.RecipientEntryId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.recipients.KnownRecipientRow;
import dev.countersign.host.recipients.KnownRecipients;
import dev.countersign.host.recipients.RecipientPattern;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where an operator says which recipients are known, and takes that back. */
@ApplicationScoped
public class RecipientDesk {
  @Inject Transactions transactions;
  @Inject KnownRecipients recipients;
  @Inject Tenants tenants;
  @Inject Records records;
  @Inject Limits limits;
  @Inject InstantSource time;

  public Decision<KnownRecipientRow> add(
      Speaker speaker, MailboxRow box, RecipientPattern pattern, @Nullable String note) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var id = RecipientEntryId.mint();
          return records.operated(
              speaker,
              entry(speaker, Action.ADD_KNOWN_RECIPIENT, box)
                  .onNamed(id.toString())
                  .noting(pattern.text()),
              () -> {
                checkRoom(box);
                if (recipients.known(box, pattern)) {
                  return new Decision.Refused<>(Refusal.ALREADY_EXISTS);
                }
                var by = speaker.actor().id();
                var row = new KnownRecipientRow(id, box, pattern, note, by, time.millis());
                recipients.add(row);
                return new Decision.Allowed<>(row);
              });
        });
  }

  public Decision<KnownRecipientRow> remove(Speaker speaker, MailboxRow box, RecipientEntryId id) {
    return transactions.run(
        () ->
            records.operated(
                speaker,
                entry(speaker, Action.REMOVE_KNOWN_RECIPIENT, box).onNamed(id.toString()),
                () -> {
                  var found = recipients.find(box, id);
                  if (found.isEmpty()) {
                    return new Decision.Refused<>(Refusal.NOT_FOUND);
                  }
                  recipients.remove(found.get());
                  return new Decision.Allowed<>(found.get());
                }));
  }

  private LedgerEntry entry(Speaker speaker, Action action, MailboxRow box) {
    return records.entry(speaker, action).under(LedgerEntry.InForce.of(box));
  }

  private void checkRoom(MailboxRow box) {
    if (recipients.all(box).size() >= limits.value(Limit.KNOWN_RECIPIENTS_PER_MAILBOX_COUNT)) {
      throw Problem.of(
          ErrorCode.LIMIT_REACHED,
          "The mailbox has as many known recipients as it may; take one off, or raise the limit.");
    }
  }
}
