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
   * @param bounced refused for good by it
   * @param rejected by a person here
   */
  public record Past(long sent, long bounced, long rejected) {}

  public static Finding look(Past past) {
    if (past.rejected() > past.sent()) {
      return found(Level.THIRD, "people here have rejected most mail to it");
    }
    if (past.bounced() > past.sent()) {
      return found(Level.SECOND, "most earlier mail to it bounced");
    }
    return past.sent() == 0
        ? found(Level.FIRST, "first mail ever to this domain")
        : found(Level.GOOD, "has had mail from here before");
  }

  private static Finding found(Level level, String says) {
    return Finding.of(Signal.HISTORY, level, says);
  }
}
