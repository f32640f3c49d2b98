package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.inbound.ReplyTo;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mail.Answered;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an answer takes from the message that it answers, as far as its author may see that. */
@ApplicationScoped
public class ReplyDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject Records records;

  /**
   * A message to answer.
   *
   * @param mayBeQuoted the kernel lets this speaker look at mail at all, not only send it
   */
  public record Original(Answered message, boolean mayBeQuoted) {}

  /**
   * The message, or the reason why this speaker cannot answer it. The answer itself is recorded
   * when it is handed in; here only what ends the call.
   */
  public Decision<Original> original(Speaker speaker, EmailId id) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var caller = callers.of(speaker);
          return messages
              .find(speaker.tenantId(), id)
              .filter(row -> Oversight.visible(views.of(row.mailbox()), caller, row.message()))
              .map(row -> found(speaker, caller, row))
              .orElseGet(() -> records.notFound(speaker, Action.SUBMIT, id.toString()));
        });
  }

  private Decision<Original> found(Speaker speaker, Caller caller, MessageRow row) {
    if (row.erasedAt() != null) {
      return records.recorded(
          records.entry(speaker, Action.SUBMIT).on(row.id()),
          new Decision.Refused<>(Refusal.WRONG_STATUS));
    }
    var look = new AskedOfTenant.Look(caller, Sight.INBOX).answer();
    return new Decision.Allowed<>(
        new Original(answered(row), look instanceof Decision.Allowed<Boolean>));
  }

  private Answered answered(MessageRow row) {
    boolean own = row.message().direction() == Direction.OUTBOUND;
    return new Answered(
        row.draft(List.of()),
        new MessageId(row.internetMessageId()),
        own,
        own ? List.of() : replyTo(row),
        Instant.ofEpochMilli(Optional.ofNullable(row.sentAt()).orElse(row.createdAt())));
  }

  private List<EmailAddress> replyTo(MessageRow row) {
    var beginning = messages.transmittedBeginnings(List.of(row.id())).get(row.id());
    return beginning == null ? List.of() : ReplyTo.in(beginning);
  }
}
