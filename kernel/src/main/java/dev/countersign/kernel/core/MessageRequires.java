package dev.countersign.kernel.core;

/** What each act requires of a message: the first requirement that is not met. */
public final class MessageRequires {
  private MessageRequires() {}

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   requires \invariant_for(digest);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.SCANNER
  @     && m.status == Status.PENDING_SCAN
  @     && digest.a == m.approvals.digest.a && digest.b == m.approvals.digest.b
  @     && digest.c == m.approvals.digest.c
  @     && digest.d == m.approvals.digest.d
  @     && !(risk == Risk.UNCHECKED && v.policy.riskChecks);
  @   assignable \strictly_nothing;
  @*/
  public static int scanResult(View v, Caller c, Message m, Digest digest, int risk) {
    if (!c.is(Role.SCANNER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.PENDING_SCAN) {
      return Refusal.WRONG_STATUS;
    }
    if (!digest.is(m.approvals.digest)) {
      return Refusal.STALE_DIGEST;
    }
    if (risk == Risk.UNCHECKED && v.policy.riskChecks) {
      return Refusal.RISK_NOT_CHECKED;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   requires \invariant_for(digest);
  @   // law: no_self_approval
  @   ensures \result == Refusal.NONE ==> c.who.id != m.composer.id;
  @   // law: approval_binds_bytes
  @   ensures \result == Refusal.NONE ==> digest.a == m.approvals.digest.a
  @     && digest.b == m.approvals.digest.b && digest.c == m.approvals.digest.c
  @     && digest.d == m.approvals.digest.d;
  @   // law: approval_is_single_use
  @   ensures \result == Refusal.NONE ==> c.who.id != m.approvals.first
  @     && c.who.id != m.approvals.second
  @     && c.who.id != m.approvals.third && m.approvals.third == 0;
  @   // law: silence_never_approves
  @   ensures \result == Refusal.NONE ==> c.who.role == Role.PERSON && c.scopes.oversight;
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.PERSON && c.scopes.oversight
  @     && c.who.id != m.composer.id
  @     && c.who.id != m.approvals.first && c.who.id != m.approvals.second
  @     && c.who.id != m.approvals.third && m.approvals.third == 0
  @     && digest.a == m.approvals.digest.a && digest.b == m.approvals.digest.b
  @     && digest.c == m.approvals.digest.c
  @     && digest.d == m.approvals.digest.d
  @     && (m.direction == Direction.INBOUND || v.now < m.deadline)
  @     && (m.status == Status.PENDING_SEND_APPROVAL
  @     || m.status == Status.PENDING_INBOUND_APPROVAL
  @     || (m.status == Status.UNREAD || m.status == Status.READ)
  @     && m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL));
  @   assignable \strictly_nothing;
  @*/
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
    if (!digest.is(m.approvals.digest)) {
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.PERSON && c.scopes.oversight
  @     && (m.status == Status.PENDING_SEND_APPROVAL
  @     || m.status == Status.PENDING_INBOUND_APPROVAL
  @     || (m.status == Status.UNREAD || m.status == Status.READ)
  @     && m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL));
  @   assignable \strictly_nothing;
  @*/
  public static int reject(View v, Caller c, Message m) {
    if (!c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (!Standing.awaitsDecision(v, m)) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(m);
  @   ensures (c.who.role == Role.PERSON && c.scopes.oversight || c.scopes.send
  @     && c.who.role == m.composer.role && c.who.id == m.composer.id)
  @     && m.status == Status.CANCELLED ==> \result == Refusal.ALREADY_CANCELLED;
  @   ensures \result == Refusal.NONE <==> (c.who.role == Role.PERSON && c.scopes.oversight
  @     || c.scopes.send && c.who.role == m.composer.role && c.who.id == m.composer.id)
  @     && (m.status == Status.PENDING_SCAN || m.status == Status.PENDING_SEND_APPROVAL
  @     || m.status == Status.SCHEDULED || m.status == Status.QUEUED
  @     || m.status == Status.PENDING_INBOUND_APPROVAL);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.scopes.send && c.who.role == m.composer.role
  @     && c.who.id == m.composer.id
  @     && m.status == Status.SCHEDULED && m.approvals.first == 0
  @     && (sendAt <= v.now || v.policy.scheduling);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.scopes.send && c.who.role == m.composer.role
  @     && c.who.id == m.composer.id
  @     && m.status == Status.SCHEDULED && (sendAt <= v.now || v.policy.scheduling);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.CLOCK && m.sendAt <= v.now
  @     && (m.status == Status.SCHEDULED || m.status == Status.QUEUED);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.CLOCK && m.deadline <= v.now
  @     && m.status == Status.PENDING_SEND_APPROVAL;
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   // law: no_delivery_without_approval
  @   ensures \result == Refusal.NONE && v.mode <= Mode.GATED_SEND ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 ==> m.approvals.third != 0);
  @   // law: gated_now_means_gated
  @   ensures \result == Refusal.NONE
  @     && (v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND) ==>
  @     m.approvals.first != 0 && (m.requiredAtSubmission >= 2 ==> m.approvals.second != 0)
  @     && (m.requiredAtSubmission >= 3 ==> m.approvals.third != 0);
  @   // law: unknown_risk_goes_to_a_person
  @   ensures \result == Refusal.NONE
  @     && (m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks) ==>
  @     m.approvals.first != 0;
  @   // law: risk_above_threshold_never_leaves
  @   ensures \result == Refusal.NONE
  @     ==> !(0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk);
  @   // law: read_only_never_sends, suspended_never_sends, schedule_is_respected
  @   ensures \result == Refusal.NONE ==> v.mode != Mode.READ_ONLY && !v.stopped
  @     && m.sendAt <= v.now;
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.DISPATCHER
  @     && m.status == Status.QUEUED
  @     && m.sendAt <= v.now && !v.stopped && v.mode != Mode.READ_ONLY
  @     && !(0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk)
  @     && ((v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND)
  @     ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 || m.requiredAtSubmission >= 2
  @     ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 || m.requiredAtSubmission >= 3
  @     ==> m.approvals.third != 0))
  @     && ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks)
  @     ==> m.approvals.first != 0);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.DISPATCHER
  @     && m.status == Status.QUEUED;
  @   assignable \strictly_nothing;
  @*/
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
  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.MAIL_SERVER
  @     && m.status == Status.SENDING;
  @   assignable \strictly_nothing;
  @*/
  public static int answered(Caller c, Message m) {
    if (!c.is(Role.MAIL_SERVER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SENDING) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.DISPATCHER
  @     && m.status == Status.SENDING;
  @   assignable \strictly_nothing;
  @*/
  public static int outcomeUnknown(Caller c, Message m) {
    if (!c.is(Role.DISPATCHER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SENDING) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.PERSON && c.scopes.oversight
  @     && m.status == Status.INDETERMINATE;
  @   assignable \strictly_nothing;
  @*/
  public static int settle(Caller c, Message m) {
    if (!c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.INDETERMINATE) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.MAIL_SERVER
  @     && (m.status == Status.SENT || m.status == Status.INDETERMINATE);
  @   assignable \strictly_nothing;
  @*/
  public static int report(Caller c, Message m) {
    if (!c.is(Role.MAIL_SERVER)) {
      return Refusal.FORBIDDEN;
    }
    if (m.status != Status.SENT && m.status != Status.INDETERMINATE) {
      return Refusal.WRONG_STATUS;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   // law: gated_all_hides_inbound
  @   ensures \result == Refusal.NONE && c.who.role != Role.PERSON
  @     && v.mode == Mode.GATED_ALL ==>
  @     m.direction == Direction.OUTBOUND || m.released;
  @   ensures \result == Refusal.NONE
  @     <==> (c.scopes.read || c.who.role == Role.PERSON && c.scopes.oversight)
  @     && (c.who.role == Role.PERSON && c.scopes.oversight
  @     || !(m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL)));
  @   assignable \strictly_nothing;
  @*/
  public static int read(View v, Caller c, Message m) {
    if (!c.scopes.read && !c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    if (!Standing.visible(v, c, m)) {
      return Refusal.HELD;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE
  @     <==> (c.scopes.send || c.who.role == Role.PERSON && c.scopes.oversight)
  @     && (m.status == Status.UNREAD || m.status == Status.READ
  @     || m.status == Status.SPAM_FLAGGED)
  @     && (c.who.role == Role.PERSON && c.scopes.oversight
  @     || !(m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL)));
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   ensures \result == Refusal.NONE
  @     <==> (c.scopes.send || c.who.role == Role.PERSON && c.scopes.oversight)
  @     && (m.status == Status.SPAM_FLAGGED || m.status == Status.SPAM_QUARANTINED)
  @     && (c.who.role == Role.PERSON && c.scopes.oversight
  @     || !(m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL)));
  @   assignable \strictly_nothing;
  @*/
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
