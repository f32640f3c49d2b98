package dev.countersign.kernel.core;

/** One call on one message: refused, or what it then is. */
public final class MessageStep {
  private MessageStep() {}

  /** The first unmet requirement of this act, in the order of the Lean table. */
  public static int requires(View v, Caller c, Message m, MessageAct act) {
    switch (act.kind) {
      case Act.SCAN_RESULT:
        return MessageRequires.scanResult(v, c, m, act.digest, act.risk);
      case Act.APPROVE:
        return MessageRequires.approve(v, c, m, act.digest);
      case Act.REJECT:
        return MessageRequires.reject(v, c, m);
      case Act.CANCEL:
        return MessageRequires.cancel(c, m);
      case Act.EDIT:
        return MessageRequires.edit(v, c, m, act.sendAt);
      case Act.RESCHEDULE:
        return MessageRequires.reschedule(v, c, m, act.sendAt);
      case Act.RELEASE:
        return MessageRequires.release(v, c, m);
      case Act.EXPIRE:
        return MessageRequires.expire(v, c, m);
      case Act.BEGIN_DISPATCH:
        return MessageRequires.beginDispatch(v, c, m);
      case Act.UNREACHABLE:
        return MessageRequires.unreachable(c, m);
      case Act.ACCEPTED:
      case Act.FAILED:
      case Act.DEFERRED:
        return MessageRequires.answered(c, m);
      case Act.OUTCOME_UNKNOWN:
        return MessageRequires.outcomeUnknown(c, m);
      case Act.SETTLE:
        return MessageRequires.settle(c, m);
      case Act.REPORT:
        return MessageRequires.report(c, m);
      case Act.READ:
        return MessageRequires.read(v, c, m);
      case Act.REPORT_SPAM:
        return MessageRequires.reportSpam(v, c, m);
      case Act.NOT_SPAM:
        return MessageRequires.notSpam(v, c, m);
      default:
        return Refusal.FORBIDDEN;
    }
  }

  private static Message effect(View v, Caller c, Message m, MessageAct act) {
    switch (act.kind) {
      case Act.SCAN_RESULT:
        return MessageEffect.scanResult(v, m, act.risk);
      case Act.APPROVE:
        return MessageEffect.approve(v, c, m);
      case Act.REJECT:
        return m.withStatus(Status.REJECTED);
      case Act.CANCEL:
        return m.withStatus(Status.CANCELLED);
      case Act.EDIT:
        return m.withContent(act.digest, act.sendAt);
      case Act.RESCHEDULE:
        return m.withSendAt(act.sendAt);
      case Act.RELEASE:
        return MessageEffect.route(v, m);
      case Act.EXPIRE:
        return m.withStatus(Status.EXPIRED);
      case Act.BEGIN_DISPATCH:
        return MessageEffect.beginDispatch(v, m);
      case Act.UNREACHABLE:
      case Act.DEFERRED:
        return MessageEffect.retry(v, m);
      case Act.ACCEPTED:
        return m.withStatus(Status.SENT);
      case Act.FAILED:
        return m.withStatus(Status.SEND_FAILED);
      case Act.OUTCOME_UNKNOWN:
        return m.withStatus(Status.INDETERMINATE);
      case Act.SETTLE:
      case Act.REPORT:
        return MessageEffect.settled(m, act.delivered);
      case Act.READ:
        return MessageEffect.read(m);
      case Act.REPORT_SPAM:
        return m.withStatus(Status.SPAM_QUARANTINED);
      case Act.NOT_SPAM:
        return MessageEffect.inbox(v, m);
      default:
        return m;
    }
  }

  /** The message after the call; itself, if the call is refused. */
  public static Message next(View v, Caller c, Message m, MessageAct act) {
    if (requires(v, c, m, act) != Refusal.NONE) {
      return m;
    }
    return effect(v, c, m, act);
  }
}
