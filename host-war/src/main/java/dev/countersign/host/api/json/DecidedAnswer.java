package dev.countersign.host.api.json;

import dev.countersign.host.desk.Standing;

/**
 * What a person is told after a decision.
 *
 * @param status {@code approved_and_sent}, {@code approved} (on its way, or waiting for its time or
 *     for further people), or {@code rejected}
 * @param messageStatus where the message stands
 */
public record DecidedAnswer(
    String id,
    String messageId,
    String emailId,
    String status,
    String messageStatus,
    int approvals,
    int requiredApprovals) {
  public static DecidedAnswer of(Standing standing) {
    var id = standing.message().id();
    return new DecidedAnswer(
        id,
        id,
        id,
        word(standing),
        standing.message().message().status().wire(),
        standing.approved(),
        standing.needed());
  }

  private static String word(Standing standing) {
    return standing.sent() ? "approved_and_sent" : standing.rejected() ? "rejected" : "approved";
  }
}
