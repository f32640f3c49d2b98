package dev.countersign.kernel.core;

/** What a message sees of its mailbox and tenant at the moment of a call. */
public final class View {
  public final long now;
  public final int mode;
  public final Policy policy;

  /** An operator's stop is in force, on the mailbox or on the whole tenant, or it was removed. */
  public final boolean stopped;

  public View(long now, int mode, Policy policy, boolean stopped) {
    this.now = now;
    this.mode = mode;
    this.policy = policy;
    this.stopped = stopped;
  }

  public static View of(long now, Mailbox box, boolean tenantSuspended) {
    return new View(now, box.mode, box.policy, tenantSuspended || box.suspended || box.removed);
  }
}
