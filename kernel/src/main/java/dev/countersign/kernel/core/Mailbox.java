package dev.countersign.kernel.core;

/** A mailbox under oversight. */
public final class Mailbox {
  public final int mode;
  public final Policy policy;
  public final boolean suspended;
  public final boolean removed;

  /*@ public invariant \invariant_for(policy) && Mode.READ_ONLY <= mode
  @     && mode <= Mode.AUTONOMOUS;
  @ public invariant 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(policy) && Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS;
  @   requires 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @   ensures this.mode == mode && this.policy == policy && this.suspended == suspended
  @     && this.removed == removed;
  @   assignable this.*;
  @*/
  public Mailbox(int mode, Policy policy, boolean suspended, boolean removed) {
    this.mode = mode;
    this.policy = policy;
    this.suspended = suspended;
    this.removed = removed;
  }

  /*@ public normal_behavior
  @   requires Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.mode == mode && \result.policy == this.policy
  @     && \result.suspended == this.suspended && \result.removed == this.removed;
  @   assignable \nothing;
  @*/
  public Mailbox withMode(int mode) {
    return new Mailbox(mode, policy, suspended, removed);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(policy);
  @   requires 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.mode == mode && \result.policy == policy
  @     && \result.suspended == suspended && \result.removed == removed;
  @   assignable \nothing;
  @*/
  public Mailbox withPolicy(Policy policy) {
    return new Mailbox(mode, policy, suspended, removed);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.mode == mode && \result.policy == policy
  @     && \result.suspended == suspended && \result.removed == removed;
  @   assignable \nothing;
  @*/
  public Mailbox withSuspended(boolean suspended) {
    return new Mailbox(mode, policy, suspended, removed);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.mode == mode && \result.policy == policy
  @     && \result.suspended == suspended && \result.removed == true;
  @   assignable \nothing;
  @*/
  public Mailbox withRemoved() {
    return new Mailbox(mode, policy, suspended, true);
  }
}
