package dev.countersign.kernel.core;

/** A mailbox under oversight. */
public final class Mailbox {
  public final int mode;
  public final Policy policy;
  public final boolean suspended;
  public final boolean removed;

  public Mailbox(int mode, Policy policy, boolean suspended, boolean removed) {
    this.mode = mode;
    this.policy = policy;
    this.suspended = suspended;
    this.removed = removed;
  }

  public Mailbox withMode(int mode) {
    return new Mailbox(mode, policy, suspended, removed);
  }

  public Mailbox withPolicy(Policy policy) {
    return new Mailbox(mode, policy, suspended, removed);
  }

  public Mailbox withSuspended(boolean suspended) {
    return new Mailbox(mode, policy, suspended, removed);
  }

  public Mailbox withRemoved() {
    return new Mailbox(mode, policy, suspended, true);
  }
}
