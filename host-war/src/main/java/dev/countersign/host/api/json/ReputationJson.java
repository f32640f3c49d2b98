package dev.countersign.host.api.json;

import dev.countersign.host.identity.ReputationCounters;

/**
 * A mailbox's reputation at this moment, for its operator to show to others.
 *
 * @param reputationHash as the next claim will have it, if nothing happens until then
 */
public record ReputationJson(Counters counters, String reputationHash) {
  /** What is hashed: canonical JSON of exactly these members. */
  public record Counters(
      long accountAgeDays, long bounced, long complained, long rejected, long sent) {}

  public static ReputationJson of(ReputationCounters now) {
    var counters =
        new Counters(
            now.accountAgeDays(), now.bounced(), now.complained(), now.rejected(), now.sent());
    return new ReputationJson(counters, now.hash());
  }
}
