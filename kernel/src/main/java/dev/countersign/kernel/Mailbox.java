package dev.countersign.kernel;

/** A mailbox under oversight. */
public record Mailbox(Mode mode, Policy policy, boolean suspended, boolean removed) {
  public Mailbox {
    if (!Core.in(policy).inRange()) {
      throw new IllegalArgumentException("a mailbox's policy is in range, not " + policy);
    }
  }
}
