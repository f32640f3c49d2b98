package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.AskedOfMessage;
import dev.countersign.host.domains.Judgement;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.Threads;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** Where a new outgoing message is handed in. */
@ApplicationScoped
public class SubmitDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject Threads threads;
  @Inject Repetitions repetitions;
  @Inject Views views;
  @Inject Ledger ledger;
  @Inject Outbox outbox;
  @Inject Scans scans;
  @Inject Admission admission;
  @Inject InstantSource time;

  /** Hands in a message of whose recipients nothing is known yet. */
  public Submitted submit(Speaker speaker, MailboxId mailbox, SendRequest request) {
    return submit(speaker, mailbox, request, Optional.empty());
  }

  /**
   * Hands in a message.
   *
   * @param judgement of its recipients' domains, where there has been one
   */
  public Submitted submit(
      Speaker speaker, MailboxId mailbox, SendRequest request, Optional<Judgement> judgement) {
    return transactions.run(() -> attempt(speaker, mailbox, request, judgement));
  }

  private Submitted attempt(
      Speaker speaker, MailboxId mailbox, SendRequest request, Optional<Judgement> judgement) {
    admission.enter(speaker.tenantId());
    var found = mailboxes.find(speaker.tenantId(), mailbox);
    if (found.isEmpty()) {
      ledger.append(entry(speaker).onTyped(mailbox.toString()).refused(Refusal.NOT_FOUND.code()));
      return new Submitted.Refused(Refusal.NOT_FOUND);
    }
    var box = found.get();
    var asked = asked(speaker, box, request);
    var answer = asked.answer();
    var entry = entry(speaker).under(LedgerEntry.InForce.of(box));
    return switch (answer) {
      case Decision.Refused<Message>(Refusal why) -> {
        ledger.append(entry.on(box.id()).refused(why.code()).showing(asked.kept(answer)));
        yield new Submitted.Refused(why);
      }
      case Decision.Allowed<Message>(Message message) ->
          instead(box, request, entry.showing(asked.dropped(answer)), asked.place().now())
              .orElseGet(
                  () ->
                      stored(
                          speaker,
                          box,
                          request,
                          message,
                          judgement,
                          entry.showing(asked.kept(answer))));
    };
  }

  private AskedOfMessage.Submit asked(Speaker speaker, MailboxRow box, SendRequest request) {
    var place =
        new AskedOfMessage.Place(
            time.millis(), box.mailbox(), views.suspended(box), callers.of(speaker));
    return new AskedOfMessage.Submit(place, false, submission(box, request));
  }

  /** What is answered in place of a new message, though the kernel would take it in. */
  private Optional<Submitted> instead(
      MailboxRow box, SendRequest request, LedgerEntry entry, long now) {
    // A key says which request the sender means; the same content may also be a second thought.
    return repetitions
        .underKey(box, request, entry, now)
        .or(() -> admission.refusal(box, request, now).map(no -> notTaken(entry, box, no)))
        .or(() -> repetitions.ofContent(box, request, entry, now));
  }

  private Submitted notTaken(LedgerEntry entry, MailboxRow box, Submitted.NotTaken why) {
    ledger.append(entry.on(box.id()).refused(why.code().wire()));
    return why;
  }

  private Submitted stored(
      Speaker speaker,
      MailboxRow box,
      SendRequest request,
      Message message,
      Optional<Judgement> judgement,
      LedgerEntry entry) {
    var view = views.of(box);
    var row = new MessageRow(EmailId.mint(), box, message, request.draft(), view.now());
    row.inThread(threads.threadOf(box, request.draft().threading()));
    messages.add(row, request.draft());
    repetitions.remember(box, request, row);
    ledger.append(entry.on(row.id()).about(row.message()));
    judgement.ifPresent(known -> scans.tell(speaker, view, row, known));
    outbox.note(view, row);
    return Repetitions.blocked(row) ? new Submitted.Blocked(row) : new Submitted.New(row);
  }

  private Submission submission(MailboxRow box, SendRequest request) {
    return new Submission(
        request.digest(), request.sendAt(), request.gateTiming().orElse(box.gateTiming()));
  }

  private LedgerEntry entry(Speaker speaker) {
    return LedgerEntry.of(time.millis(), speaker.actor(), Action.SUBMIT);
  }
}
