package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.AskedOfMessage;
import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.inbound.ReadingLimits;
import dev.countersign.host.inbound.Received;
import dev.countersign.host.inbound.ReceivedMail;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.ArrivalRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.Provenances;
import dev.countersign.host.messages.SeenKeys;
import dev.countersign.host.messages.Threads;
import dev.countersign.host.messages.TransmissionRow;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where a message from outside comes in: an operator's key hands it in and speaks for the mail
 * server, or it came to the server's own.
 */
@ApplicationScoped
public class InboundDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject Limits limits;
  @Inject Threads threads;
  @Inject Provenances arrivals;
  @Inject SeenKeys seenKeys;
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
    return switch (speaker) {
      case Speaker.KeyHolder holder -> handedIn(holder, received);
      case Speaker.Part server ->
          mailbox(server, received)
              .map(box -> arrived(server, received, box, Optional.empty()))
              .orElseGet(() -> refused(entry(server, received), Refusal.NOT_FOUND));
    };
  }

  private Optional<MailboxRow> mailbox(Speaker speaker, Received received) {
    return mailboxes.byAddress(speaker.tenantId(), received.recipient().address());
  }

  private Decision<MessageRow> handedIn(Speaker.KeyHolder speaker, Received received) {
    var handing = new AskedOfTenant.Operate(callers.of(speaker));
    var leave = handing.answer();
    if (leave instanceof Decision.Refused<Boolean>(Refusal why)) {
      return refused(entry(speaker, received).showing(handing.kept(leave)), why);
    }
    return mailbox(speaker, received)
        .map(box -> arrived(speaker, received, box, Optional.of(callers.of(speaker))))
        .orElseGet(
            () ->
                refused(
                    entry(speaker, received).showing(handing.dropped(leave)), Refusal.NOT_FOUND));
  }

  private Decision<MessageRow> arrived(
      Speaker speaker, Received received, MailboxRow box, Optional<Caller> handedInBy) {
    var asked = asked(received, box, handedInBy);
    var answer = asked.answer();
    var entry =
        entry(speaker, received).under(LedgerEntry.InForce.of(box)).showing(asked.kept(answer));
    return switch (answer) {
      case Decision.Refused<Message>(Refusal why) -> refused(entry, why);
      case Decision.Allowed<Message>(Message message) -> {
        var row = stored(received, box, message, asked.place().now());
        ledger.append(entry.on(row.id()).about(row.message()));
        outbox.note(views.of(box), row);
        yield new Decision.Allowed<>(row);
      }
    };
  }

  private AskedOfMessage.Receive asked(
      Received received, MailboxRow box, Optional<Caller> handedInBy) {
    var digest = received.digest();
    var server = Caller.system(Role.MAIL_SERVER);
    return new AskedOfMessage.Receive(
        new AskedOfMessage.Place(time.millis(), box.mailbox(), views.suspended(box), server),
        messages.received(box, digest),
        new Arrival(digest, received.provenance().verdict()),
        handedInBy);
  }

  private MessageRow stored(Received received, MailboxRow box, Message message, long now) {
    var mail = ReceivedMail.of(received, ReadingLimits.of(limits));
    var row = new MessageRow(EmailId.mint(), box, message, mail.content(), now);
    mail.id().ifPresent(row::named);
    row.inThread(threads.threadOf(box, mail.content().threading()));
    messages.add(row, mail.content());
    // Its exact bytes: only they can be verified.
    var recipient = received.recipient().address();
    messages.addTransmission(new TransmissionRow(row.id(), received.message(), recipient, now));
    arrivals.add(new ArrivalRow(row.id(), received.provenance(), now));
    seenKeys.keep(box.tenantId(), received.provenance().authentication().dkim(), now);
    return row;
  }

  private Decision<MessageRow> refused(LedgerEntry entry, Refusal why) {
    ledger.append(entry.refused(why.code()));
    return new Decision.Refused<>(why);
  }

  private LedgerEntry entry(Speaker speaker, Received received) {
    return LedgerEntry.of(time.millis(), speaker.actor(), Action.RECEIVE)
        .onTyped(received.recipient().address());
  }
}
