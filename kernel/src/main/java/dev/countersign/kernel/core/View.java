package dev.countersign.kernel.core;

/** What a message sees of its mailbox and tenant at the moment of a call. */
// law: tenant_isolation (one tenant's rows come in, and nothing else can be reached from here)
public final class View {
  public final long now;
  public final int mode;
  public final Policy policy;

  /** An operator's stop is in force, on the mailbox or on the whole tenant, or it was removed. */
  public final boolean stopped;

  /*@ public invariant \invariant_for(policy) && Mode.READ_ONLY <= mode
  @     && mode <= Mode.AUTONOMOUS;
  @ public invariant 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @ public invariant 0 <= now && now <= Policy.MAX_TIME;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(policy) && Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS;
  @   requires 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @   requires 0 <= now && now <= Policy.MAX_TIME;
  @   ensures this.now == now && this.mode == mode && this.policy == policy
  @     && this.stopped == stopped;
  @   assignable this.*;
  @*/
  public View(long now, int mode, Policy policy, boolean stopped) {
    this.now = now;
    this.mode = mode;
    this.policy = policy;
    this.stopped = stopped;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(box) && 0 <= now && now <= Policy.MAX_TIME;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.now == now && \result.mode == box.mode && \result.policy == box.policy;
  @   // law: suspended_never_sends
  @   ensures \result.stopped <==> tenantSuspended || box.suspended || box.removed;
  @   assignable \nothing;
  @*/
  public static View of(long now, Mailbox box, boolean tenantSuspended) {
    return new View(now, box.mode, box.policy, tenantSuspended || box.suspended || box.removed);
  }
}
