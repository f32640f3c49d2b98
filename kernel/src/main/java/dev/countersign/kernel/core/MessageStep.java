package dev.countersign.kernel.core;

/** One call on one message: refused, or what it then is. */
public final class MessageStep {
  private MessageStep() {}

  /** The first unmet requirement of this act, in the order of the Lean table. */
  // law: every_step_is_logged (a call has exactly one outcome to log: this number)
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m)
  @     && \invariant_for(act);
  @   // law: no_delivery_without_approval, gated_now_means_gated, unknown_risk_goes_to_a_person
  @   ensures \result == Refusal.NONE && act.kind == Act.BEGIN_DISPATCH ==>
  @     c.who.role == Role.DISPATCHER && m.status == Status.QUEUED
  @     && ((v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND)
  @     ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 || m.requiredAtSubmission >= 2
  @     ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 || m.requiredAtSubmission >= 3
  @     ==> m.approvals.third != 0))
  @     && ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks)
  @     ==> m.approvals.first != 0);
  @   // law: read_only_never_sends, suspended_never_sends, schedule_is_respected
  @   ensures \result == Refusal.NONE && act.kind == Act.BEGIN_DISPATCH ==>
  @     v.mode != Mode.READ_ONLY && !v.stopped && m.sendAt <= v.now;
  @   // law: risk_above_threshold_never_leaves
  @   ensures \result == Refusal.NONE && act.kind == Act.BEGIN_DISPATCH ==>
  @     !(0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk);
  @   // law: terminal_is_terminal
  @   ensures \result == Refusal.NONE && Status.SEND_FAILED <= m.status
  @     && m.status <= Status.EXPIRED ==> act.kind == Act.READ;
  @   // law: sent_is_final
  @   ensures \result == Refusal.NONE && m.status == Status.SENT ==> act.kind == Act.READ
  @     || act.kind == Act.REPORT;
  @   // law: unknown_outcome_is_not_retried_blindly
  @   ensures \result == Refusal.NONE && m.status == Status.INDETERMINATE
  @     ==> act.kind == Act.READ
  @     || act.kind == Act.SETTLE && c.who.role == Role.PERSON && c.scopes.oversight
  @     || act.kind == Act.REPORT && c.who.role == Role.MAIL_SERVER;
  @   // law: no_self_approval, approval_is_single_use, silence_never_approves
  @   ensures \result == Refusal.NONE && act.kind == Act.APPROVE
  @     ==> c.who.role == Role.PERSON && c.scopes.oversight
  @     && c.who.id != m.composer.id && c.who.id != m.approvals.first
  @     && c.who.id != m.approvals.second && c.who.id != m.approvals.third
  @     && m.approvals.third == 0;
  @   // law: approval_binds_bytes
  @   ensures \result == Refusal.NONE && act.kind == Act.APPROVE
  @     ==> act.digest.a == m.approvals.digest.a
  @     && act.digest.b == m.approvals.digest.b && act.digest.c == m.approvals.digest.c
  @     && act.digest.d == m.approvals.digest.d;
  @   assignable \strictly_nothing;
  @*/
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

  /** What the act makes of a message that meets its requirements. */
  /*@ private normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m)
  @     && \invariant_for(act);
  @   requires act.kind == Act.APPROVE ==> c.who.role == Role.PERSON
  @     && c.who.id != m.composer.id && c.who.id != m.approvals.first
  @     && c.who.id != m.approvals.second && m.approvals.third == 0;
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.gateTiming == m.gateTiming
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission;
  @   ensures act.kind != Act.APPROVE && act.kind != Act.EDIT
  @     ==> \result.approvals == m.approvals;
  @   ensures act.kind == Act.APPROVE ==> \result.approvals.digest == m.approvals.digest;
  @   ensures act.kind == Act.EDIT ==> \result.approvals.digest == act.digest
  @     && \result.approvals.first == 0;
  @   ensures act.kind != Act.APPROVE ==> \result.released == m.released;
  @   ensures act.kind != Act.BEGIN_DISPATCH ==> \result.copied == m.copied
  @     && (\result.status != Status.SENDING || \result.status == m.status);
  @   ensures act.kind == Act.BEGIN_DISPATCH ==> \result.status == Status.SENDING
  @     && (\result.copied
  @     <==> v.mode == Mode.MONITORED || m.modeAtSubmission == Mode.MONITORED);
  @   ensures act.kind == Act.READ ==> \result.status == m.status
  @     || m.status == Status.UNREAD && \result.status == Status.READ;
  @   ensures act.kind == Act.SETTLE || act.kind == Act.REPORT ==> (act.delivered
  @     ==> \result.status == Status.SENT)
  @     && (!act.delivered ==> \result.status == Status.SEND_FAILED);
  @   assignable \nothing;
  @*/
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
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m)
  @     && \invariant_for(act);
  @   ensures \invariant_for(\result);
  @   // law: gated_now_means_gated
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission;
  @   // law: no_delivery_without_approval, gated_now_means_gated, unknown_risk_goes_to_a_person
  @   ensures \result.status == Status.SENDING && m.status != Status.SENDING ==>
  @     c.who.role == Role.DISPATCHER && m.status == Status.QUEUED
  @     && ((v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND)
  @     ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 || m.requiredAtSubmission >= 2
  @     ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 || m.requiredAtSubmission >= 3
  @     ==> m.approvals.third != 0))
  @     && ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks)
  @     ==> m.approvals.first != 0);
  @   // law: read_only_never_sends, suspended_never_sends, schedule_is_respected
  @   ensures \result.status == Status.SENDING && m.status != Status.SENDING ==>
  @     v.mode != Mode.READ_ONLY && !v.stopped && m.sendAt <= v.now;
  @   // law: risk_above_threshold_never_leaves
  @   ensures \result.status == Status.SENDING && m.status != Status.SENDING ==>
  @     !(0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk);
  @   // law: monitored_is_copied
  @   ensures \result.status == Status.SENDING && m.status != Status.SENDING
  @     && (v.mode == Mode.MONITORED || m.modeAtSubmission == Mode.MONITORED)
  @     ==> \result.copied;
  @   // law: approval_binds_bytes, no_self_approval, silence_never_approves
  @   ensures \result.approvals != m.approvals ==> \result.approvals.first == 0
  @     || \result.approvals.digest == m.approvals.digest && c.who.role == Role.PERSON
  @     && c.scopes.oversight && c.who.id != m.composer.id;
  @   // law: gated_all_hides_inbound
  @   ensures \result.released != m.released ==> c.who.role == Role.PERSON
  @     && c.scopes.oversight && c.who.id != m.composer.id;
  @   // law: terminal_is_terminal
  @   ensures Status.SEND_FAILED <= m.status && m.status <= Status.EXPIRED
  @     ==> \result.status == m.status && \result.approvals == m.approvals;
  @   // law: sent_is_final
  @   ensures m.status == Status.SENT ==> \result.status == Status.SENT
  @     || \result.status == Status.SEND_FAILED;
  @   // law: unknown_outcome_is_not_retried_blindly
  @   ensures m.status == Status.INDETERMINATE && \result.status != Status.INDETERMINATE
  @     ==> (\result.status == Status.SENT || \result.status == Status.SEND_FAILED)
  @     && (c.who.role == Role.PERSON && c.scopes.oversight
  @     || c.who.role == Role.MAIL_SERVER);
  @   assignable \nothing;
  @*/
  public static Message next(View v, Caller c, Message m, MessageAct act) {
    if (requires(v, c, m, act) != Refusal.NONE) {
      return m;
    }
    return effect(v, c, m, act);
  }
}
