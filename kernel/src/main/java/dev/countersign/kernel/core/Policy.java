package dev.countersign.kernel.core;

/** What an operator sets for a mailbox, besides its mode. */
public final class Policy {
  public static final int MAX_APPROVALS = 3;

  /** The latest moment and the longest span, in milliseconds: their sum is still a long. */
  public static final long MAX_TIME = 4611686018427387903L;

  public final int requiredApprovals;
  public final int riskThreshold;
  public final boolean riskChecks;
  public final long approvalLifetime;
  public final boolean scheduling;
  public final int maxAttempts;

  /*@ public invariant Integer.MIN_VALUE <= requiredApprovals
  @     && requiredApprovals <= Integer.MAX_VALUE;
  @ public invariant Integer.MIN_VALUE <= riskThreshold
  @     && riskThreshold <= Integer.MAX_VALUE;
  @ public invariant Integer.MIN_VALUE <= maxAttempts && maxAttempts <= Integer.MAX_VALUE;
  @ public invariant Long.MIN_VALUE <= approvalLifetime
  @     && approvalLifetime <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   ensures this.requiredApprovals == requiredApprovals
  @     && this.riskThreshold == riskThreshold
  @     && this.riskChecks == riskChecks && this.approvalLifetime == approvalLifetime
  @     && this.scheduling == scheduling && this.maxAttempts == maxAttempts;
  @   assignable this.*;
  @*/
  public Policy(
      int requiredApprovals,
      int riskThreshold,
      boolean riskChecks,
      long approvalLifetime,
      boolean scheduling,
      int maxAttempts) {
    this.requiredApprovals = requiredApprovals;
    this.riskThreshold = riskThreshold;
    this.riskChecks = riskChecks;
    this.approvalLifetime = approvalLifetime;
    this.scheduling = scheduling;
    this.maxAttempts = maxAttempts;
  }

  /** The Lean twin counts in natural numbers, so it has no lower bounds and no longest span. */
  /*@ public normal_behavior
  @   ensures \result <==> 1 <= requiredApprovals && requiredApprovals <= 3
  @     && 0 <= riskThreshold
  @     && riskThreshold <= 1000 && 1 <= maxAttempts && 0 <= approvalLifetime
  @     && approvalLifetime <= MAX_TIME;
  @   assignable \strictly_nothing;
  @*/
  public boolean inRange() {
    return 1 <= requiredApprovals
        && requiredApprovals <= MAX_APPROVALS
        && 0 <= riskThreshold
        && riskThreshold <= 1000
        && 1 <= maxAttempts
        && 0 <= approvalLifetime
        && approvalLifetime <= MAX_TIME;
  }
}
