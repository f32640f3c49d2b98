package dev.countersign.audit.oversight;

import dev.countersign.audit.Findings;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.CallerFacts;
import dev.countersign.audit.entries.MessageFacts;
import dev.countersign.audit.entries.Step;
import dev.countersign.audit.entries.Step.MessageAsk;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to one message, counted without the kernel: who approved which bytes, whether they
 * have left, whether it is over. Should the kernel itself be wrong, this still tells.
 */
final class Journey {
  final boolean inbound;
  final Mode modeAtSubmission;
  final int requiredAtSubmission;
  private final long composer;
  private final List<Long> approvers = new ArrayList<>(1);
  private Digest digest;
  private Risk risk = new Risk.Unknown();
  private long sendAt;
  private Phase phase = Phase.WAITING;

  private Journey(Step.OnMessage on, MessageFacts message) {
    inbound = message.direction() == Direction.INBOUND;
    modeAtSubmission = on.mailbox().mode();
    requiredAtSubmission = on.mailbox().policy().requiredApprovals();
    // Of a message that was never handed in here, only what is said of it is known.
    composer =
        on.ask() instanceof MessageAsk.Ask
            ? message.composerNo()
            : on.caller().map(CallerFacts::no).orElse(0L);
    digest = message.digest();
    sendAt = message.sendAt();
  }

  /** The message is handed in or comes in. */
  static Journey begun(Step.OnMessage on, MessageFacts message) {
    return new Journey(on, message);
  }

  /** The message was here before the log: nobody counts what happened to it then. */
  static Journey carriedOver(Step.OnMessage on, MessageFacts message) {
    var journey = new Journey(on, message);
    journey.risk = message.risk();
    message.approvals().forEach(given -> journey.approvers.add(given.person()));
    return journey;
  }

  long approvers() {
    return approvers.size();
  }

  Risk risk() {
    return risk;
  }

  long sendAt() {
    return sendAt;
  }

  /** {@return whether the message began to leave} */
  boolean go(Step.OnMessage on, MessageCall call, Mailbox box, boolean stopped, Findings findings) {
    moved(call, on.caller().orElseThrow(), findings);
    switch (call) {
      case MessageCall.ScanResult(var ofBytes, var found) -> risk = found;
      case MessageCall.Approve(var ofBytes) ->
          approved(ofBytes, on.caller().orElseThrow(), findings);
      case MessageCall.Edit(var bytes, var when) -> {
        digest = bytes;
        sendAt = when;
        risk = new Risk.Unknown();
        approvers.clear();
      }
      case MessageCall.Reschedule(var when) -> sendAt = when;
      case MessageCall.BeginDispatch() -> Departure.check(this, on, box, stopped, findings);
      case MessageCall.Read() -> read(on, box, findings);
      default -> {
        // What else happens changes only how far the message is.
      }
    }
    phase = phase.then(call, on.after().orElseThrow().status());
    return call instanceof MessageCall.BeginDispatch;
  }

  private void approved(Digest ofBytes, CallerFacts caller, Findings findings) {
    if (!caller.overseer()) {
      findings.add(Rule.SILENCE_NEVER_APPROVES, "who approved may not decide");
    }
    if (caller.no() == composer) {
      findings.add(Rule.NO_SELF_APPROVAL, "who approved had composed the message");
    } else if (approvers.contains(caller.no()) && !inbound) {
      findings.add(Rule.APPROVAL_IS_SINGLE_USE, "the same person approved these bytes before");
    } else if (!ofBytes.equals(digest)) {
      findings.add(Rule.APPROVAL_BINDS_BYTES, "other bytes were approved than the message has");
    } else if (caller.overseer()) {
      approvers.add(caller.no());
    }
  }

  private void read(Step.OnMessage on, Mailbox box, Findings findings) {
    boolean hidden = box.mode() == Mode.GATED_ALL || modeAtSubmission == Mode.GATED_ALL;
    if (inbound && hidden && approvers.isEmpty() && !on.caller().orElseThrow().overseer()) {
      findings.add(Rule.GATED_ALL_HIDES_INBOUND, "nobody had released the message");
    }
  }

  /** What is over stays over; what has left does not leave again. */
  private void moved(MessageCall call, CallerFacts caller, Findings findings) {
    if (call instanceof MessageCall.Read) {
      return;
    }
    boolean reported = call instanceof MessageCall.Report;
    boolean settled = call instanceof MessageCall.Settle && caller.overseer();
    switch (phase) {
      case OVER -> findings.add(Rule.TERMINAL_IS_TERMINAL, "the message was over already");
      case SENT -> {
        if (!reported) {
          findings.add(Rule.SENT_IS_FINAL, "the mail server had accepted the message already");
        }
      }
      case UNKNOWN -> {
        if (!settled && !(reported && caller.role() == Role.MAIL_SERVER)) {
          unsettled(findings);
        }
      }
      case SENDING -> {
        if (call instanceof MessageCall.BeginDispatch) {
          unsettled(findings);
        }
      }
      case WAITING -> {
        // Anything may happen next.
      }
    }
  }

  private static void unsettled(Findings findings) {
    findings.add(
        Rule.UNKNOWN_OUTCOME_IS_NOT_RETRIED_BLINDLY,
        "nobody had said yet how the transmission before had ended");
  }
}
