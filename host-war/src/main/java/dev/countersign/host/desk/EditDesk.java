package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.MessageCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Another time or other content for a message that waits for its time. Other content has another
 * digest and is scanned again; the kernel says whether it is not too late for that.
 */
@ApplicationScoped
public class EditDesk {
  @Inject Transactions transactions;
  @Inject MessageDesk desk;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject Records records;
  @Inject Suppressions suppressions;

  /**
   * Changes a message.
   *
   * @param change of the draft as it is stored; what comes back the same is no change
   * @param sendAt milliseconds since 1970; empty to leave the time as it is
   */
  public Decision<MessageRow> edit(
      Speaker speaker, EmailId id, UnaryOperator<Draft> change, Optional<Long> sendAt) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          return messages
              .find(speaker.tenantId(), id)
              .map(row -> edited(speaker, id, row, change, sendAt))
              .orElseGet(() -> records.notFound(speaker, Action.EDIT, id.toString()));
        });
  }

  private Decision<MessageRow> edited(
      Speaker speaker,
      EmailId id,
      MessageRow row,
      UnaryOperator<Draft> change,
      Optional<Long> sendAt) {
    long time = sendAt.orElse(row.message().sendAt());
    var before = messages.draft(row);
    var asked = change.apply(before);
    if (asked.equals(before)) {
      return desk.call(speaker, id, new MessageCall.Reschedule(time), null);
    }
    var after = row.mailbox().letterhead().on(asked);
    checkRecipients(row.tenantId(), after);
    var edit = new MessageCall.Edit(Digest.ofBytes(after.digest()), time);
    return desk.call(speaker, id, edit, null, edited -> edited.rewrite(after));
  }

  /** Whoever is not to be written to would stop the message later; the sender had better know. */
  private void checkRecipients(String tenantId, Draft draft) {
    var addresses = draft.recipients().stream().map(EmailAddress::address).toList();
    var unwanted = suppressions.find(tenantId, addresses);
    if (!unwanted.isEmpty()) {
      throw Problem.of(
          ErrorCode.RECIPIENT_SUPPRESSED,
          "Mail does not go to " + unwanted.getFirst().address() + "; name somebody else.");
    }
  }
}
