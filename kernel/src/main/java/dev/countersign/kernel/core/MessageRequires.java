package dev.countersign.kernel.core;

/** What each act requires of a message: the first requirement that is not met. */
public final class MessageRequires {
  private MessageRequires() {}

  public static int scanResult(View v, Caller c, Message m, Digest digest, int risk) {
    if (!c.is(Role.SCANNER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.PENDING_SCAN) {
      return Refusal.WRONG_STATUS;
    }
    if (!digest.is(m.digest)) {
      return Refusal.STALE_DIGEST;
    }
    if (risk == Risk.UNCHECKED && v.policy.riskChecks) {
      return Refusal.RISK_NOT_CHECKED;
    }
    return Refusal.NONE;
  }

  public static int approve(View v, Caller c, Message m, Digest digest) {
    if (!c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (c.who.id == m.composer.id) {
      return Refusal.OWN_MESSAGE;
    }
    if (m.approvals.has(c.who.id)) {
      return Refusal.ALREADY_APPROVED;
    }
    if (!Standing.awaitsDecision(v, m)) {
      return Refusal.WRONG_STATUS;
    }
    if (!digest.is(m.digest)) {
      return Refusal.STALE_DIGEST;
    }
    if (m.direction != Direction.INBOUND && m.deadline <= v.now) {
      return Refusal.DEADLINE_PASSED;
    }
    if (Policy.MAX_APPROVALS <= m.approvals.count()) {
      return Refusal.ENOUGH_APPROVALS;
    }
    return Refusal.NONE;
  }

  public static int reject(View v, Caller c, Message m) {
    if (!c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (!Standing.awaitsDecision(v, m)) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int cancel(Caller c, Message m) {
    if (!c.mayDecide() && !c.mayWrite(m)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status == Status.CANCELLED) {
      return Refusal.ALREADY_CANCELLED;
    }
    if (!Status.held(m.status) && m.status != Status.PENDING_INBOUND_APPROVAL) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int edit(View v, Caller c, Message m, long sendAt) {
    if (!c.mayWrite(m)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SCHEDULED) {
      return Refusal.WRONG_STATUS;
    }
    if (m.approvals.count() != 0) {
      return Refusal.APPROVED;
    }
    if (v.now < sendAt && !v.policy.scheduling) {
      return Refusal.SCHEDULING_OFF;
    }
    return Refusal.NONE;
  }

  public static int reschedule(View v, Caller c, Message m, long sendAt) {
    if (!c.mayWrite(m)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SCHEDULED) {
      return Refusal.WRONG_STATUS;
    }
    if (v.now < sendAt && !v.policy.scheduling) {
      return Refusal.SCHEDULING_OFF;
    }
    return Refusal.NONE;
  }

  public static int release(View v, Caller c, Message m) {
    if (!c.is(Role.CLOCK)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SCHEDULED && m.status != Status.QUEUED) {
      return Refusal.WRONG_STATUS;
    }
    if (v.now < m.sendAt) {
      return Refusal.NOT_DUE;
    }
    return Refusal.NONE;
  }

  public static int expire(View v, Caller c, Message m) {
    if (!c.is(Role.CLOCK)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.PENDING_SEND_APPROVAL) {
      return Refusal.WRONG_STATUS;
    }
    if (v.now < m.deadline) {
      return Refusal.NOT_EXPIRED;
    }
    return Refusal.NONE;
  }

  public static int beginDispatch(View v, Caller c, Message m) {
    if (!c.is(Role.DISPATCHER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.QUEUED) {
      return Refusal.WRONG_STATUS;
    }
    if (v.now < m.sendAt) {
      return Refusal.NOT_DUE;
    }
    if (v.stopped) {
      return Refusal.SUSPENDED;
    }
    if (v.mode == Mode.READ_ONLY) {
      return Refusal.READ_ONLY;
    }
    if (Standing.risky(v, m)) {
      return Refusal.RISKY;
    }
    if (!Standing.enough(v, m)) {
      return Refusal.NEEDS_APPROVAL;
    }
    return Refusal.NONE;
  }

  public static int unreachable(Caller c, Message m) {
    if (!c.is(Role.DISPATCHER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.QUEUED) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  /** Accepted, failed and deferred: the mail server's answer to a transmission. */
  public static int answered(Caller c, Message m) {
    if (!c.is(Role.MAIL_SERVER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SENDING) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int outcomeUnknown(Caller c, Message m) {
    if (!c.is(Role.DISPATCHER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SENDING) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int settle(Caller c, Message m) {
    if (!c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.INDETERMINATE) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int report(Caller c, Message m) {
    if (!c.is(Role.MAIL_SERVER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SENT && m.status != Status.INDETERMINATE) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int read(View v, Caller c, Message m) {
    if (!c.scopes.read && !c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (!Standing.visible(v, c, m)) {
      return Refusal.HELD;
    }
    return Refusal.NONE;
  }

  public static int reportSpam(View v, Caller c, Message m) {
    if (!c.scopes.send && !c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (!Standing.visible(v, c, m)) {
      return Refusal.HELD;
    }
    if (m.status != Status.UNREAD && m.status != Status.READ && m.status != Status.SPAM_FLAGGED) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  public static int notSpam(View v, Caller c, Message m) {
    if (!c.scopes.send && !c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (!Standing.visible(v, c, m)) {
      return Refusal.HELD;
    }
    if (!Standing.isSpam(m)) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }
}
