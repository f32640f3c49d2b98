package dev.countersign.kernel.core;

/** What a message's present standing is, in the view of its mailbox. */
public final class Standing {
  private Standing() {}

  /** The stricter of the mode at submission and the mode now. */
  public static int governing(View v, Message m) {
    return Mode.stricter(v.mode, m.modeAtSubmission);
  }

  public static boolean riskUnknown(View v, Message m) {
    return m.risk == Risk.UNKNOWN || (m.risk == Risk.UNCHECKED && v.policy.riskChecks);
  }

  public static boolean risky(View v, Message m) {
    return 0 <= m.risk && v.policy.riskChecks && v.policy.riskThreshold < m.risk;
  }

  /** How many different people must have approved these very bytes before they may leave. */
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

  public static boolean enough(View v, Message m) {
    return needed(v, m) <= m.approvals.count();
  }

  /** Inbound content that agents may not read until a person releases it. */
  public static boolean hidden(View v, Message m) {
    return m.direction == Direction.INBOUND
        && !m.released
        && (v.mode == Mode.GATED_ALL || m.modeAtSubmission == Mode.GATED_ALL);
  }

  public static boolean visible(View v, Caller c, Message m) {
    return c.mayDecide() || !hidden(v, m);
  }

  /** A person is to decide about it. */
  public static boolean awaitsDecision(View v, Message m) {
    return m.status == Status.PENDING_SEND_APPROVAL
        || m.status == Status.PENDING_INBOUND_APPROVAL
        || (hidden(v, m) && (m.status == Status.UNREAD || m.status == Status.READ));
  }

  public static boolean isSpam(Message m) {
    return m.status == Status.SPAM_FLAGGED || m.status == Status.SPAM_QUARANTINED;
  }
}
