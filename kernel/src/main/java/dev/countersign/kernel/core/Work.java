package dev.countersign.kernel.core;

/** What the outbox owes a message next. It opens no gate: every call it names is asked again. */
public final class Work {
  public static final int NONE = 0;
  public static final int SCAN = 1;
  public static final int DISPATCH = 2;
  public static final int RELEASE = 3;
  public static final int EXPIRE = 4;

  private Work() {}

  public static int kind(View v, Message m) {
    switch (m.status) {
      case Status.PENDING_SCAN:
        return SCAN;
      case Status.PENDING_SEND_APPROVAL:
        return EXPIRE;
      case Status.SCHEDULED:
        return RELEASE;
      case Status.QUEUED:
        return ofQueued(v, m);
      case Status.SENDING:
        return DISPATCH;
      default:
        return NONE;
    }
  }

  /** What a tighter policy has caught since it was queued goes back to be routed anew. */
  private static int ofQueued(View v, Message m) {
    if (v.now < m.sendAt || Standing.risky(v, m) || !Standing.enough(v, m)) {
      return RELEASE;
    }
    if (v.stopped || v.mode == Mode.READ_ONLY) {
      return NONE;
    }
    return DISPATCH;
  }

  /** When that is due, for {@code RELEASE} and {@code EXPIRE}. */
  public static long at(Message m) {
    if (m.status == Status.PENDING_SEND_APPROVAL) {
      return m.deadline;
    }
    return m.sendAt;
  }
}
