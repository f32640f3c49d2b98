package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.inbound.Received;
import dev.countersign.host.inbound.ReceivedMail;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.TransmissionRow;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where a message from outside comes in. Who hands it in speaks for the mail server. */
@ApplicationScoped
public class InboundDesk {
  private static final String ACTION = "receive";

  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject Ledger ledger;
  @Inject Outbox outbox;
  @Inject InstantSource time;

  /** {@return the message as the kernel lets it in, or the reason against it} */
  public Decision<MessageRow> receive(Speaker speaker, Received received) {
    return transactions.run(() -> attempt(speaker, received));
  }

  private Decision<MessageRow> attempt(Speaker speaker, Received received) {
    tenants.share(speaker.tenantId());
    return switch (Authority.operate(callers.of(speaker))) {
      case Decision.Refused<Boolean>(Refusal why) -> refused(speaker, received, null, why);
      case Decision.Allowed<Boolean> allowed ->
          mailboxes
              .byAddress(speaker.tenantId(), received.recipient().address())
              .map(box -> arrived(speaker, received, box))
              .orElseGet(() -> refused(speaker, received, null, Refusal.NOT_FOUND));
    };
  }

  private Decision<MessageRow> arrived(Speaker speaker, Received received, MailboxRow box) {
    long now = time.millis();
    var digest = received.digest();
    var decision =
        Oversight.receive(
            now,
            box.mailbox(),
            views.suspended(box),
            messages.received(box, digest),
            Caller.system(Role.MAIL_SERVER),
            new Arrival(digest, received.verdict()));
    return switch (decision) {
      case Decision.Refused<Message>(Refusal why) -> refused(speaker, received, box, why);
      case Decision.Allowed<Message>(Message message) -> {
        var row = stored(received, box, message, now);
        ledger.append(entry(speaker, row.id(), box, null, row));
        outbox.note(views.of(box), row);
        yield new Decision.Allowed<>(row);
      }
    };
  }

  private MessageRow stored(Received received, MailboxRow box, Message message, long now) {
    var mail = ReceivedMail.of(received);
    var row = new MessageRow(EmailId.mint(), box, message, mail.content(), now);
    mail.id().ifPresent(row::named);
    messages.add(row, mail.content());
    // Its exact bytes: only they can be verified.
    var recipient = received.recipient().address();
    messages.addTransmission(new TransmissionRow(row.id(), received.message(), recipient, now));
    return row;
  }

  private Decision<MessageRow> refused(
      Speaker speaker, Received received, @Nullable MailboxRow box, Refusal why) {
    ledger.append(entry(speaker, received.recipient().address(), box, why.code(), null));
    return new Decision.Refused<>(why);
  }

  private LedgerEntry entry(
      Speaker speaker,
      String object,
      @Nullable MailboxRow box,
      @Nullable String reason,
      @Nullable MessageRow row) {
    return new LedgerEntry(
        time.millis(),
        speaker.actor(),
        ACTION,
        object,
        box == null ? null : LedgerEntry.InForce.of(box),
        reason,
        row == null ? null : row.message(),
        null);
  }
}
