package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.CancelledAnswer;
import dev.countersign.host.api.json.DecideBody;
import dev.countersign.host.api.json.DecidedAnswer;
import dev.countersign.host.api.json.Verdict;
import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.desk.Standings;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Approving, rejecting and cancelling, in both dialects. */
@ApplicationScoped
class Deciding {
  private static final Digest NO_CONTENT = new Digest(0, 0, 0, 0);

  @Inject Transactions transactions;
  @Inject Messages messages;
  @Inject MessageDesk desk;
  @Inject Standings standings;
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject Limits limits;

  DecidedAnswer decide(DecideBody body) {
    Verdict verdict = body.verdict(limits);
    var id = lookup.email(verdict.messageId());
    MessageCall decision =
        verdict.approved()
            ? new MessageCall.Approve(verdict.digest().orElseGet(() -> inForce(id)))
            : new MessageCall.Reject();
    @Nullable String note = verdict.note().orElse(null);
    Consumer<MessageRow> alongside = row -> row.rejected(verdict.approved() ? null : note);
    Decided.allowed(desk.call(call.speaker(), id, decision, note, alongside));
    return DecidedAnswer.of(standings.awaitDispatch(id, limits.duration(Limit.DECISION_WAIT_MS)));
  }

  /** Twice is the same as once: either way it will not be sent. */
  CancelledAnswer cancel(EmailId id, Optional<String> reason) {
    var decision = desk.call(call.speaker(), id, new MessageCall.Cancel(), reason.orElse(null));
    if (decision instanceof Decision.Refused<MessageRow>(Refusal why)
        && why != Refusal.ALREADY_CANCELLED) {
      throw RefusalAnswers.of(why);
    }
    return CancelledAnswer.of(id.toString());
  }

  /** Of a message that is not there, any digest will do: the desk says that it is not there. */
  private Digest inForce(EmailId id) {
    var tenant = call.speaker().tenantId();
    return transactions
        .run(() -> messages.find(tenant, id).map(row -> row.message().digest()))
        .orElse(NO_CONTENT);
  }
}
