package dev.countersign.kernel.core;

/** What each act does to a message that meets its requirements. */
public final class MessageEffect {
  private MessageEffect() {}

  /** Where a scanned outgoing message waits. */
  public static Message route(View v, Message m) {
    if (Standing.risky(v, m)) {
      return m.withStatus(Status.BLOCKED);
    }
    if (v.now < m.sendAt && (Standing.enough(v, m) || m.gateTiming == GateTiming.SCHEDULE_FIRST)) {
      return m.withStatus(Status.SCHEDULED);
    }
    if (Standing.enough(v, m)) {
      return m.withStatus(Status.QUEUED);
    }
    if (m.status == Status.PENDING_SEND_APPROVAL) {
      return m;
    }
    return m.waitingUntil(v.now + v.policy.approvalLifetime);
  }

  /** After a failure for now: again later, or given up. */
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
  public static Message inbox(View v, Message m) {
    if (Standing.hidden(v, m)) {
      return m.withStatus(Status.PENDING_INBOUND_APPROVAL);
    }
    return m.withStatus(Status.UNREAD);
  }

  public static Message received(View v, Principal sender, Digest digest, int verdict) {
    if (verdict == SpamVerdict.CLEAN) {
      return inbox(v, Message.arrived(sender, digest, v.mode, Status.UNREAD));
    }
    if (verdict == SpamVerdict.FLAGGED) {
      return Message.arrived(sender, digest, v.mode, Status.SPAM_FLAGGED);
    }
    return Message.arrived(sender, digest, v.mode, Status.SPAM_QUARANTINED);
  }

  public static Message scanResult(View v, Message m, int risk) {
    return route(v, m.withRisk(risk));
  }

  public static Message approve(View v, Caller c, Message m) {
    if (m.direction == Direction.INBOUND) {
      return m.letThrough();
    }
    return route(v, m.withApproval(c.who.id));
  }

  public static Message beginDispatch(View v, Message m) {
    return m.leaving(Standing.governing(v, m) == Mode.MONITORED);
  }

  /** A person or the mail server says how it ended. */
  public static Message settled(Message m, boolean delivered) {
    if (delivered) {
      return m.withStatus(Status.SENT);
    }
    return m.withStatus(Status.SEND_FAILED);
  }

  public static Message read(Message m) {
    if (m.status == Status.UNREAD) {
      return m.withStatus(Status.READ);
    }
    return m;
  }
}
