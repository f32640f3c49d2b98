package dev.countersign.kernel.core;

/** What each act does to a message that meets its requirements. */
public final class MessageEffect {
  private MessageEffect() {}

  /** Where a scanned outgoing message waits. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming && \result.risk == m.risk
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.attempts == m.attempts && \result.copied == m.copied
  @     && \result.released == m.released;
  @   ensures \result.status == Status.BLOCKED || \result.status == Status.SCHEDULED
  @     || \result.status == Status.QUEUED || \result.status == Status.PENDING_SEND_APPROVAL;
  @   assignable \nothing;
  @*/
  public static Message route(View v, Message m) {
    int status = routed(v, m);
    return m.waiting(status, deadline(v, m, status));
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   // law: risk_above_threshold_never_leaves
  @   ensures \result == Status.BLOCKED
  @     <==> (0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk);
  @   // law: unknown_risk_goes_to_a_person, silence_never_approves
  @   ensures \result == Status.QUEUED
  @     <==> !(0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk)
  @     && m.sendAt <= v.now && ((v.mode <= Mode.GATED_SEND
  @     || m.modeAtSubmission <= Mode.GATED_SEND)
  @     ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 || m.requiredAtSubmission >= 2
  @     ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 || m.requiredAtSubmission >= 3
  @     ==> m.approvals.third != 0))
  @     && ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks)
  @     ==> m.approvals.first != 0);
  @   // law: schedule_is_respected
  @   ensures \result == Status.SCHEDULED
  @     <==> !(0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk)
  @     && v.now < m.sendAt && (m.gateTiming == GateTiming.SCHEDULE_FIRST
  @     || ((v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND)
  @     ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 || m.requiredAtSubmission >= 2
  @     ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 || m.requiredAtSubmission >= 3
  @     ==> m.approvals.third != 0))
  @     && ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks)
  @     ==> m.approvals.first != 0));
  @   ensures \result == Status.BLOCKED || \result == Status.SCHEDULED
  @     || \result == Status.QUEUED
  @     || \result == Status.PENDING_SEND_APPROVAL;
  @   assignable \strictly_nothing;
  @*/
  public static int routed(View v, Message m) {
    if (Standing.risky(v, m)) {
      return Status.BLOCKED;
    }
    if (v.now < m.sendAt && (Standing.enough(v, m) || m.gateTiming == GateTiming.SCHEDULE_FIRST)) {
      return Status.SCHEDULED;
    }
    if (Standing.enough(v, m)) {
      return Status.QUEUED;
    }
    return Status.PENDING_SEND_APPROVAL;
  }

  /** A message that begins to wait for its approvals does so until then. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures status == Status.PENDING_SEND_APPROVAL
  @     && m.status != Status.PENDING_SEND_APPROVAL ==>
  @     \result == v.now + v.policy.approvalLifetime;
  @   ensures status != Status.PENDING_SEND_APPROVAL
  @     || m.status == Status.PENDING_SEND_APPROVAL ==>
  @     \result == m.deadline;
  @   assignable \strictly_nothing;
  @*/
  public static long deadline(View v, Message m, int status) {
    if (status != Status.PENDING_SEND_APPROVAL || m.status == Status.PENDING_SEND_APPROVAL) {
      return m.deadline;
    }
    return later(v.now, v.policy.approvalLifetime);
  }

  /*@ private normal_behavior
  @   requires 0 <= now && now <= Policy.MAX_TIME && 0 <= span && span <= Policy.MAX_TIME;
  @   ensures \result == now + span;
  @   assignable \strictly_nothing;
  @*/
  private static long later(long now, long span) {
    // Never so with a policy in range; it spares the prover a case over two unknowns.
    if (Long.MAX_VALUE - now < span) {
      return Long.MAX_VALUE;
    }
    return now + span;
  }

  /** After a failure for now: again later, or given up. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming && \result.risk == m.risk
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.deadline == m.deadline && \result.copied == m.copied
  @     && \result.released == m.released;
  @   ensures v.policy.maxAttempts - 1 <= m.attempts ==> \result.status == Status.SEND_FAILED;
  @   ensures m.attempts < v.policy.maxAttempts - 1 ==> \result.status == Status.QUEUED;
  @   ensures m.attempts < Integer.MAX_VALUE ==> \result.attempts == m.attempts + 1;
  @   assignable \nothing;
  @*/
  public static Message retry(View v, Message m) {
    if (v.policy.maxAttempts - 1 <= m.attempts) {
      return m.withAttempts(oneMore(m.attempts), Status.SEND_FAILED);
    }
    return m.withAttempts(oneMore(m.attempts), Status.QUEUED);
  }

  /** The count stops at the largest int; by then the message has long been given up. */
  private static int oneMore(int attempts) {
    if (attempts == Integer.MAX_VALUE) {
      return attempts;
    }
    return attempts + 1;
  }

  /** Where clean inbound mail goes. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming && \result.risk == m.risk
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.deadline == m.deadline && \result.attempts == m.attempts
  @     && \result.copied == m.copied && \result.released == m.released;
  @   // law: gated_all_hides_inbound
  @   ensures (m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL)) ==>
  @     \result.status == Status.PENDING_INBOUND_APPROVAL;
  @   ensures !(m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL)) ==>
  @     \result.status == Status.UNREAD;
  @   assignable \nothing;
  @*/
  public static Message inbox(View v, Message m) {
    if (Standing.hidden(v, m)) {
      return m.withStatus(Status.PENDING_INBOUND_APPROVAL);
    }
    return m.withStatus(Status.UNREAD);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(sender) && \invariant_for(digest);
  @   ensures \invariant_for(\result) && \result.direction == Direction.INBOUND;
  @   ensures \result.composer == sender && \result.approvals.digest == digest
  @     && !\result.released
  @     && \result.modeAtSubmission == v.mode;
  @   // law: gated_all_hides_inbound
  @   ensures v.mode == Mode.GATED_ALL ==> \result.status != Status.UNREAD;
  @   ensures \result.status == Status.PENDING_INBOUND_APPROVAL
  @     || \result.status == Status.UNREAD
  @     || \result.status == Status.SPAM_FLAGGED || \result.status == Status.SPAM_QUARANTINED;
  @   assignable \nothing;
  @*/
  public static Message received(View v, Principal sender, Digest digest, int verdict) {
    if (verdict == SpamVerdict.CLEAN) {
      return inbox(v, Message.arrived(sender, digest, v.mode, Status.UNREAD));
    }
    if (verdict == SpamVerdict.FLAGGED) {
      return Message.arrived(sender, digest, v.mode, Status.SPAM_FLAGGED);
    }
    return Message.arrived(sender, digest, v.mode, Status.SPAM_QUARANTINED);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   requires Risk.UNKNOWN <= risk;
  @   ensures \invariant_for(\result);
  @   ensures \result.risk == risk && \result.direction == m.direction
  @     && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.attempts == m.attempts && \result.copied == m.copied
  @     && \result.released == m.released;
  @   ensures \result.status == Status.BLOCKED || \result.status == Status.SCHEDULED
  @     || \result.status == Status.QUEUED || \result.status == Status.PENDING_SEND_APPROVAL;
  @   assignable \nothing;
  @*/
  public static Message scanResult(View v, Message m, int risk) {
    return route(v, m.withRisk(risk));
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   requires c.who.role == Role.PERSON && c.who.id != m.composer.id
  @     && m.approvals.third == 0;
  @   requires c.who.id != m.approvals.first && c.who.id != m.approvals.second;
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.sendAt == m.sendAt && \result.gateTiming == m.gateTiming
  @     && \result.risk == m.risk && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.attempts == m.attempts && \result.copied == m.copied;
  @   // law: approval_binds_bytes
  @   ensures \result.approvals.digest == m.approvals.digest;
  @   // law: approval_is_single_use
  @   ensures m.direction != Direction.INBOUND ==> (m.approvals.first == 0
  @     ==> \result.approvals.first == c.who.id)
  @     && (m.approvals.first != 0 ==> \result.approvals.first == m.approvals.first)
  @     && (m.approvals.first != 0 && m.approvals.second == 0
  @     ==> \result.approvals.second == c.who.id)
  @     && (m.approvals.first == 0 || m.approvals.second != 0
  @     ==> \result.approvals.second == m.approvals.second)
  @     && (m.approvals.second != 0 ==> \result.approvals.third == c.who.id)
  @     && (m.approvals.second == 0 ==> \result.approvals.third == 0);
  @   ensures m.direction == Direction.INBOUND ==> \result.released
  @     && \result.approvals == m.approvals && \result.status == Status.UNREAD;
  @   ensures m.direction != Direction.INBOUND ==> \result.released == m.released
  @     && (\result.status == Status.BLOCKED || \result.status == Status.SCHEDULED
  @     || \result.status == Status.QUEUED || \result.status == Status.PENDING_SEND_APPROVAL);
  @   assignable \nothing;
  @*/
  public static Message approve(View v, Caller c, Message m) {
    if (m.direction == Direction.INBOUND) {
      return m.letThrough();
    }
    return route(v, m.withApproval(c.who.id));
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming && \result.risk == m.risk
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.deadline == m.deadline && \result.attempts == m.attempts
  @     && \result.released == m.released && \result.status == Status.SENDING;
  @   // law: monitored_is_copied
  @   ensures \result.copied <==> v.mode == Mode.MONITORED
  @     || m.modeAtSubmission == Mode.MONITORED;
  @   assignable \nothing;
  @*/
  public static Message beginDispatch(View v, Message m) {
    return m.leaving(Standing.carriesCopy(v, m));
  }

  /** A person or the mail server says how it ended. */
  /*@ public normal_behavior
  @   requires \invariant_for(m);
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming && \result.risk == m.risk
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.deadline == m.deadline && \result.attempts == m.attempts
  @     && \result.copied == m.copied && \result.released == m.released;
  @   ensures \result.status == (delivered ? Status.SENT : Status.SEND_FAILED);
  @   assignable \nothing;
  @*/
  public static Message settled(Message m, boolean delivered) {
    if (delivered) {
      return m.withStatus(Status.SENT);
    }
    return m.withStatus(Status.SEND_FAILED);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(m);
  @   ensures \invariant_for(\result);
  @   ensures \result.direction == m.direction && \result.composer == m.composer
  @     && \result.approvals == m.approvals && \result.sendAt == m.sendAt
  @     && \result.gateTiming == m.gateTiming && \result.risk == m.risk
  @     && \result.modeAtSubmission == m.modeAtSubmission
  @     && \result.requiredAtSubmission == m.requiredAtSubmission
  @     && \result.deadline == m.deadline && \result.attempts == m.attempts
  @     && \result.copied == m.copied && \result.released == m.released;
  @   ensures \result.status == (m.status == Status.UNREAD ? Status.READ : m.status);
  @   assignable \nothing;
  @*/
  public static Message read(Message m) {
    if (m.status == Status.UNREAD) {
      return m.withStatus(Status.READ);
    }
    return m;
  }
}
