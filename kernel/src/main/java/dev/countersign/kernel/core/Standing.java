package dev.countersign.kernel.core;

/** What a message's present standing is, in the view of its mailbox. */
public final class Standing {
  private Standing() {}

  /** The stricter of the mode at submission and the mode now. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   // law: gated_now_means_gated
  @   ensures (v.mode <= m.modeAtSubmission ==> \result == v.mode)
  @     && (m.modeAtSubmission < v.mode ==> \result == m.modeAtSubmission);
  @   assignable \strictly_nothing;
  @*/
  public static int governing(View v, Message m) {
    return Mode.stricter(v.mode, m.modeAtSubmission);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \result <==> m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED
  @     && v.policy.riskChecks;
  @   assignable \strictly_nothing;
  @*/
  public static boolean riskUnknown(View v, Message m) {
    return m.risk == Risk.UNKNOWN || (m.risk == Risk.UNCHECKED && v.policy.riskChecks);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \result <==> 0 <= m.risk && v.policy.riskChecks
  @     && v.policy.riskThreshold < m.risk;
  @   assignable \strictly_nothing;
  @*/
  public static boolean risky(View v, Message m) {
    return 0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk;
  }

  /** How many different people must have approved these very bytes before they may leave. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   // law: gated_now_means_gated
  @   ensures (v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND) ==>
  @     v.policy.requiredApprovals <= \result && m.requiredAtSubmission <= \result
  @     && (\result == v.policy.requiredApprovals || \result == m.requiredAtSubmission);
  @   // law: unknown_risk_goes_to_a_person
  @   ensures !(v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND) ==>
  @     \result == ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED
  @     && v.policy.riskChecks) ? 1 : 0);
  @   ensures 0 <= \result && \result <= 3;
  @   assignable \strictly_nothing;
  @*/
  public static int needed(View v, Message m) {
    if (Mode.gated(governing(v, m))) {
      if (v.policy.requiredApprovals <= m.requiredAtSubmission) {
        return m.requiredAtSubmission;
      }
      return v.policy.requiredApprovals;
    }
    if (riskUnknown(v, m)) {
      return 1;
    }
    return 0;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \result <==>
  @     ((v.mode <= Mode.GATED_SEND || m.modeAtSubmission <= Mode.GATED_SEND)
  @     ==> m.approvals.first != 0
  @     && (v.policy.requiredApprovals >= 2 || m.requiredAtSubmission >= 2
  @     ==> m.approvals.second != 0)
  @     && (v.policy.requiredApprovals >= 3 || m.requiredAtSubmission >= 3
  @     ==> m.approvals.third != 0))
  @     && ((m.risk == Risk.UNKNOWN || m.risk == Risk.UNCHECKED && v.policy.riskChecks)
  @     ==> m.approvals.first != 0);
  @   assignable \strictly_nothing;
  @*/
  public static boolean enough(View v, Message m) {
    return needed(v, m) <= m.approvals.count();
  }

  /** A mailbox that is monitored now, or was when the message was handed in. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   // law: monitored_is_copied
  @   ensures \result <==> v.mode == Mode.MONITORED || m.modeAtSubmission == Mode.MONITORED;
  @   assignable \strictly_nothing;
  @*/
  public static boolean carriesCopy(View v, Message m) {
    return v.mode == Mode.MONITORED || m.modeAtSubmission == Mode.MONITORED;
  }

  /** Inbound content that agents may not read until a person releases it. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   // law: gated_all_hides_inbound
  @   ensures \result <==> m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL);
  @   assignable \strictly_nothing;
  @*/
  public static boolean hidden(View v, Message m) {
    return m.direction == Direction.INBOUND
        && !m.released
        && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(c) && \invariant_for(m);
  @   // law: gated_all_hides_inbound
  @   ensures \result <==> c.who.role == Role.PERSON && c.scopes.oversight
  @     || !(m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL));
  @   assignable \strictly_nothing;
  @*/
  public static boolean visible(View v, Caller c, Message m) {
    return c.mayDecide() || !hidden(v, m);
  }

  /** A person is to decide about it. */
  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(m);
  @   ensures \result <==> m.status == Status.PENDING_SEND_APPROVAL
  @     || m.status == Status.PENDING_INBOUND_APPROVAL
  @     || (m.status == Status.UNREAD || m.status == Status.READ)
  @     && m.direction == Direction.INBOUND && !m.released
  @     && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL);
  @   assignable \strictly_nothing;
  @*/
  public static boolean awaitsDecision(View v, Message m) {
    return m.status == Status.PENDING_SEND_APPROVAL
        || m.status == Status.PENDING_INBOUND_APPROVAL
        || (hidden(v, m) && (m.status == Status.UNREAD || m.status == Status.READ));
  }

  /*@ public normal_behavior
  @   requires \invariant_for(m);
  @   ensures \result <==> m.status == Status.SPAM_FLAGGED
  @     || m.status == Status.SPAM_QUARANTINED;
  @   assignable \strictly_nothing;
  @*/
  public static boolean isSpam(Message m) {
    return m.status == Status.SPAM_FLAGGED || m.status == Status.SPAM_QUARANTINED;
  }
}
