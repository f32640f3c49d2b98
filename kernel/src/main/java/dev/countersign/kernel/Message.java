package dev.countersign.kernel;

import java.util.List;

/**
 * A message, as oversight sees it. Times are milliseconds since 1970.
 *
 * @param digest names subject, body, attachments and every envelope recipient
 * @param approvals of exactly these bytes, oldest first; at most three, different people, none the
 *     composer
 * @param deadline when a message that waits for its approvals expires
 * @param copied its dispatch carries the overseer's copy
 * @param released a person let the agent read it (inbound)
 */
public record Message(
    Direction direction,
    Principal composer,
    Digest digest,
    List<Approval> approvals,
    long sendAt,
    GateTiming gateTiming,
    Risk risk,
    Mode modeAtSubmission,
    int requiredAtSubmission,
    long deadline,
    int attempts,
    boolean copied,
    boolean released,
    Status status) {
  public Message {
    approvals = List.copyOf(approvals);
    Core.check(composer, digest, approvals);
    if (requiredAtSubmission < 1
        || dev.countersign.kernel.core.Policy.MAX_APPROVALS < requiredAtSubmission) {
      throw new IllegalArgumentException("1 to 3 approvals are required, not any other number");
    }
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts are counted from 0");
    }
  }
}
