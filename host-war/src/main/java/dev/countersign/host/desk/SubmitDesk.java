package dev.countersign.host.desk;

import dev.countersign.host.domains.Judgement;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.IdempotencyKeys;
import dev.countersign.host.messages.IdempotencyRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Status;
import dev.countersign.kernel.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a new outgoing message is handed in. */
@ApplicationScoped
public class SubmitDesk {
  private static final String ACTION = "submit";

  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject IdempotencyKeys idempotencyKeys;
  @Inject Views views;
  @Inject Ledger ledger;
  @Inject Outbox outbox;
  @Inject Scans scans;
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
    tenants.share(speaker.tenantId());
    var found = mailboxes.find(speaker.tenantId(), mailbox);
    if (found.isEmpty()) {
      return refused(speaker, mailbox, null, Refusal.NOT_FOUND);
    }
    var box = found.get();
    long now = time.millis();
    var decision =
        Oversight.submit(
            now,
            box.mailbox(),
            views.suspended(box),
            false,
            callers.of(speaker),
            submission(box, request));
    return switch (decision) {
      case Decision.Refused<Message>(Refusal why) -> refused(speaker, mailbox, box, why);
      case Decision.Allowed<Message>(Message message) ->
          known(speaker, box, request, now)
              .orElseGet(() -> stored(speaker, box, request, message, judgement));
    };
  }

  private Optional<Submitted> known(
      Speaker speaker, MailboxRow box, SendRequest request, long now) {
    return request
        .idempotencyKey()
        .flatMap(key -> idempotencyKeys.find(box, key, now))
        .map(row -> again(speaker, box, request, row));
  }

  private Submitted again(
      Speaker speaker, MailboxRow box, SendRequest request, IdempotencyRow row) {
    if (!row.sameRequest(request.fingerprint())) {
      ledger.append(entry(speaker, row.messageId(), box, "idempotency_mismatch", null));
      return new Submitted.KeyReused();
    }
    var first = EmailId.parse(row.messageId()).flatMap(messages::find).orElseThrow();
    ledger.append(entry(speaker, first.id(), box, null, first));
    return blocked(first) ? new Submitted.Blocked(first) : new Submitted.Replayed(first);
  }

  private Submitted stored(
      Speaker speaker,
      MailboxRow box,
      SendRequest request,
      Message message,
      Optional<Judgement> judgement) {
    var view = views.of(box);
    var row = new MessageRow(EmailId.mint(), box, message, request.draft(), view.now());
    messages.add(row, request.draft());
    request
        .idempotencyKey()
        .ifPresent(key -> idempotencyKeys.add(box, key, request.fingerprint(), row));
    ledger.append(entry(speaker, row.id(), box, null, row));
    judgement.ifPresent(known -> scans.tell(speaker, view, row, known));
    outbox.note(view, row);
    return blocked(row) ? new Submitted.Blocked(row) : new Submitted.New(row);
  }

  private static boolean blocked(MessageRow row) {
    return row.message().status() == Status.BLOCKED;
  }

  private Submitted refused(
      Speaker speaker, MailboxId mailbox, @Nullable MailboxRow box, Refusal why) {
    ledger.append(entry(speaker, mailbox.toString(), box, why.code(), null));
    return new Submitted.Refused(why);
  }

  private Submission submission(MailboxRow box, SendRequest request) {
    return new Submission(
        request.digest(), request.sendAt(), request.gateTiming().orElse(box.gateTiming()));
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
