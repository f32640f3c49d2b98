package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.IdempotencyKeys;
import dev.countersign.host.messages.IdempotencyRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.RecentContent;
import dev.countersign.kernel.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The message that a request has made already: under its key, or with its very content. */
@ApplicationScoped
class Repetitions {
  @Inject Messages messages;
  @Inject IdempotencyKeys idempotencyKeys;
  @Inject RecentContent recentContent;
  @Inject Ledger ledger;

  /** Under the request's own name, for a day. */
  Optional<Submitted> underKey(MailboxRow box, SendRequest request, LedgerEntry entry, long now) {
    return request
        .idempotencyKey()
        .flatMap(key -> idempotencyKeys.find(box, key, now))
        .map(first -> again(entry, request, first));
  }

  /** With the same content, a moment ago. */
  Optional<Submitted> ofContent(MailboxRow box, SendRequest request, LedgerEntry entry, long now) {
    return recentContent
        .find(box, request.fingerprint(), now)
        .map(first -> echo(entry, box, request, first));
  }

  void remember(MailboxRow box, SendRequest request, MessageRow row) {
    request
        .idempotencyKey()
        .ifPresent(key -> idempotencyKeys.add(box, key, request.fingerprint(), row));
    recentContent.add(box, request.fingerprint(), row);
  }

  private Submitted again(LedgerEntry entry, SendRequest request, IdempotencyRow row) {
    if (!row.sameRequest(request.fingerprint())) {
      ledger.append(entry.on(row.messageId()).refused("idempotency_mismatch"));
      return new Submitted.KeyReused();
    }
    var first = EmailId.parse(row.messageId()).flatMap(messages::find).orElseThrow();
    return replayed(entry, first);
  }

  private Submitted echo(LedgerEntry entry, MailboxRow box, SendRequest request, MessageRow first) {
    if (request.answers()) {
      ledger.append(entry.on(first.id()).about(first.message()).refused("duplicate_content"));
      return new Submitted.Echoed(first);
    }
    request
        .idempotencyKey()
        .ifPresent(key -> idempotencyKeys.add(box, key, request.fingerprint(), first));
    return replayed(entry, first);
  }

  private Submitted replayed(LedgerEntry entry, MessageRow first) {
    ledger.append(entry.on(first.id()).about(first.message()));
    return blocked(first) ? new Submitted.Blocked(first) : new Submitted.Replayed(first);
  }

  static boolean blocked(MessageRow row) {
    return row.message().status() == Status.BLOCKED;
  }
}
