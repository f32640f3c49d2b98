package dev.countersign.kernel;

import dev.countersign.kernel.core.Act;
import dev.countersign.kernel.core.Approvals;
import dev.countersign.kernel.core.MessageAct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Carries values between the typed edge and the checked core, and decides nothing. */
final class Core {
  private static final dev.countersign.kernel.core.Digest NO_DIGEST =
      new dev.countersign.kernel.core.Digest(0, 0, 0, 0);

  private Core() {}

  static <S> Decision<S> decision(int why, Supplier<S> next) {
    return why == dev.countersign.kernel.core.Refusal.NONE
        ? new Decision.Allowed<>(next.get())
        : new Decision.Refused<>(Refusal.of(why));
  }

  static long time(long millis) {
    if (millis < 0 || dev.countersign.kernel.core.Policy.MAX_TIME < millis) {
      throw new IllegalArgumentException("milliseconds since 1970 are expected, not " + millis);
    }
    return millis;
  }

  static dev.countersign.kernel.core.Principal in(Principal who) {
    return new dev.countersign.kernel.core.Principal(who.role().code, who.id());
  }

  static Principal out(dev.countersign.kernel.core.Principal who) {
    return new Principal(Role.of(who.role), who.id);
  }

  static dev.countersign.kernel.core.Scopes in(Scopes s) {
    return new dev.countersign.kernel.core.Scopes(s.read(), s.send(), s.oversight(), s.admin());
  }

  static Scopes out(dev.countersign.kernel.core.Scopes s) {
    return new Scopes(s.read, s.send, s.oversight, s.admin);
  }

  static dev.countersign.kernel.core.Digest in(Digest digest) {
    return new dev.countersign.kernel.core.Digest(digest.a(), digest.b(), digest.c(), digest.d());
  }

  static Digest out(dev.countersign.kernel.core.Digest digest) {
    return new Digest(digest.a, digest.b, digest.c, digest.d);
  }

  static int in(Risk risk) {
    return switch (risk) {
      case Risk.Unknown() -> dev.countersign.kernel.core.Risk.UNKNOWN;
      case Risk.Unchecked() -> dev.countersign.kernel.core.Risk.UNCHECKED;
      case Risk.Known(int thousandths) -> thousandths;
    };
  }

  static Risk out(int risk) {
    return switch (risk) {
      case dev.countersign.kernel.core.Risk.UNKNOWN -> new Risk.Unknown();
      case dev.countersign.kernel.core.Risk.UNCHECKED -> new Risk.Unchecked();
      default -> new Risk.Known(risk);
    };
  }

  static dev.countersign.kernel.core.Policy in(Policy p) {
    return new dev.countersign.kernel.core.Policy(
        p.requiredApprovals(),
        p.riskThreshold(),
        p.riskChecks(),
        p.approvalLifetime(),
        p.scheduling(),
        p.maxAttempts());
  }

  static Policy out(dev.countersign.kernel.core.Policy p) {
    return new Policy(
        p.requiredApprovals,
        p.riskThreshold,
        p.riskChecks,
        p.approvalLifetime,
        p.scheduling,
        p.maxAttempts);
  }

  static dev.countersign.kernel.core.Mailbox in(Mailbox box) {
    return new dev.countersign.kernel.core.Mailbox(
        box.mode().code, in(box.policy()), box.suspended(), box.removed());
  }

  static Mailbox out(dev.countersign.kernel.core.Mailbox box) {
    return new Mailbox(Mode.of(box.mode), out(box.policy), box.suspended, box.removed);
  }

  static dev.countersign.kernel.core.Key in(Key key) {
    return new dev.countersign.kernel.core.Key(
        in(key.holder()), in(key.maker()), in(key.scopes()), key.live());
  }

  static Key out(dev.countersign.kernel.core.Key key) {
    return new Key(out(key.holder), out(key.maker), out(key.scopes), key.live);
  }

  static dev.countersign.kernel.core.Purpose in(Purpose purpose) {
    return switch (purpose) {
      case Purpose.Upgrade(long mailbox, Mode target) ->
          dev.countersign.kernel.core.Purpose.upgrade(mailbox, target.code);
      case Purpose.CreateMailbox(long mailbox) ->
          dev.countersign.kernel.core.Purpose.createMailbox(mailbox);
      case Purpose.CreateKey(Principal holder, Scopes scopes) ->
          dev.countersign.kernel.core.Purpose.createKey(in(holder), in(scopes));
      case Purpose.PatchKey(long key, Scopes scopes) ->
          dev.countersign.kernel.core.Purpose.patchKey(key, in(scopes));
      case Purpose.RevokeKey(long key) -> dev.countersign.kernel.core.Purpose.revokeKey(key);
      case Purpose.Operate(Digest act) -> dev.countersign.kernel.core.Purpose.operate(in(act));
    };
  }

  static dev.countersign.kernel.core.Code in(Code code) {
    return new dev.countersign.kernel.core.Code(
        in(code.purpose()), in(code.secret()), code.expires(), code.used());
  }

  static dev.countersign.kernel.core.Presented in(Presented by) {
    return switch (by) {
      case Presented.None() -> dev.countersign.kernel.core.Presented.nothing();
      case Presented.WithCode(Code code, Digest secret) ->
          dev.countersign.kernel.core.Presented.with(in(code), in(secret));
    };
  }

  /** Rows that no run of the machine can have stored are refused as data. */
  static void check(Principal composer, Digest digest, List<Approval> approvals) {
    for (Approval approval : approvals) {
      if (!approval.digest().equals(digest) || approval.person() == 0) {
        throw new IllegalArgumentException("a message carries approvals of its own bytes only");
      }
    }
    if (3 < approvals.size()
        || !Approvals.valid(
            composer.id(), person(approvals, 0), person(approvals, 1), person(approvals, 2))) {
      throw new IllegalArgumentException(
          "at most three different people approve a message, none of them its composer");
    }
  }

  private static long person(List<Approval> approvals, int slot) {
    return slot < approvals.size() ? approvals.get(slot).person() : 0;
  }

  static dev.countersign.kernel.core.Message in(Message m) {
    return new dev.countersign.kernel.core.Message(
        m.direction().code,
        in(m.composer()),
        new Approvals(
            m.composer().id(),
            in(m.digest()),
            person(m.approvals(), 0),
            person(m.approvals(), 1),
            person(m.approvals(), 2)),
        m.sendAt(),
        m.gateTiming().code,
        in(m.risk()),
        m.modeAtSubmission().code,
        m.requiredAtSubmission(),
        m.deadline(),
        m.attempts(),
        m.copied(),
        m.released(),
        m.status().code);
  }

  static Message out(dev.countersign.kernel.core.Message m) {
    return new Message(
        Direction.of(m.direction),
        out(m.composer),
        out(m.approvals.digest),
        out(m.approvals),
        m.sendAt,
        GateTiming.of(m.gateTiming),
        out(m.risk),
        Mode.of(m.modeAtSubmission),
        m.requiredAtSubmission,
        m.deadline,
        m.attempts,
        m.copied,
        m.released,
        Status.of(m.status));
  }

  private static List<Approval> out(Approvals approvals) {
    List<Approval> list = new ArrayList<>();
    for (long person : new long[] {approvals.first, approvals.second, approvals.third}) {
      if (person != 0) {
        list.add(new Approval(person, out(approvals.digest)));
      }
    }
    return list;
  }

  static MessageAct in(MessageCall call) {
    return switch (call) {
      case MessageCall.ScanResult(Digest digest, Risk risk) ->
          new MessageAct(Act.SCAN_RESULT, in(risk), in(digest), 0, false);
      case MessageCall.Approve(Digest digest) ->
          new MessageAct(Act.APPROVE, 0, in(digest), 0, false);
      case MessageCall.Reject() -> plain(Act.REJECT);
      case MessageCall.Cancel() -> plain(Act.CANCEL);
      case MessageCall.Edit(Digest digest, long sendAt) ->
          new MessageAct(Act.EDIT, 0, in(digest), sendAt, false);
      case MessageCall.Reschedule(long sendAt) ->
          new MessageAct(Act.RESCHEDULE, 0, NO_DIGEST, sendAt, false);
      case MessageCall.Release() -> plain(Act.RELEASE);
      case MessageCall.Expire() -> plain(Act.EXPIRE);
      case MessageCall.BeginDispatch() -> plain(Act.BEGIN_DISPATCH);
      case MessageCall.Unreachable() -> plain(Act.UNREACHABLE);
      case MessageCall.Accepted() -> plain(Act.ACCEPTED);
      case MessageCall.Failed() -> plain(Act.FAILED);
      case MessageCall.Deferred() -> plain(Act.DEFERRED);
      case MessageCall.OutcomeUnknown() -> plain(Act.OUTCOME_UNKNOWN);
      case MessageCall.Settle(boolean delivered) ->
          new MessageAct(Act.SETTLE, 0, NO_DIGEST, 0, delivered);
      case MessageCall.Report(boolean delivered) ->
          new MessageAct(Act.REPORT, 0, NO_DIGEST, 0, delivered);
      case MessageCall.Read() -> plain(Act.READ);
      case MessageCall.ReportSpam() -> plain(Act.REPORT_SPAM);
      case MessageCall.NotSpam() -> plain(Act.NOT_SPAM);
    };
  }

  private static MessageAct plain(int kind) {
    return new MessageAct(kind, 0, NO_DIGEST, 0, false);
  }
}
