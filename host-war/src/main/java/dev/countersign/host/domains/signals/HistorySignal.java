package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;

/** What became of this tenant's earlier mail to the domain. */
public final class HistorySignal {
  private HistorySignal() {}

  /**
   * How many of the latest messages to the domain ended how.
   *
   * @param sent taken over by a mail server
   * @param bounced refused for good by it, or reported as not delivered
   * @param rejected by a person here
   * @param complained called spam by a recipient
   * @param weakKeys its own mail is signed with short keys, or with some that are only tried out
   */
  public record Past(long sent, long bounced, long rejected, long complained, boolean weakKeys) {}

  public static Finding look(Past past) {
    if (past.rejected() > past.sent()) {
      return found(Level.THIRD, "people here have rejected most mail to it");
    }
    if (past.bounced() > past.sent()) {
      return found(Level.SECOND, "most earlier mail to it bounced");
    }
    if (past.complained() > 0) {
      return found(Level.SECOND, "a recipient there called earlier mail spam");
    }
    if (past.sent() > 0 && past.weakKeys()) {
      return found(Level.FIRST, "signs its own mail with weak or trial DKIM keys");
    }
    return past.sent() == 0
        ? found(Level.FIRST, "first mail ever to this domain")
        : found(Level.GOOD, "has had mail from here before");
  }

  private static Finding found(Level level, String says) {
    return Finding.of(Signal.HISTORY, level, says);
  }
}
