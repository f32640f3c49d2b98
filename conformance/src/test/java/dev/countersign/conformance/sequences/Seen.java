package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What there is to see of the server at one moment.
 *
 * @param entries the ledger's, since the last look
 * @param request the id of the call that is being looked at
 */
record Seen(Stored stored, List<Entry> entries, String request) {
  /** The same without entries that were looked at before. */
  Seen without(Set<String> known) {
    return new Seen(
        stored, entries.stream().filter(entry -> !known.contains(entry.id())).toList(), request);
  }

  /**
   * The same without the server's own work that left a message standing as it stood before, or came
   * too late for it. After a race a part of it may still ask for what another has done meanwhile;
   * that changes nothing.
   */
  Seen withoutIdleWork(World before) {
    return new Seen(
        stored, entries.stream().filter(entry -> !isIdle(entry, before)).toList(), request);
  }

  private static boolean isIdle(Entry entry, World before) {
    var message = before.messages.get(Objects.requireNonNullElse(entry.line().object(), ""));
    return entry.isOwnWork()
        && message != null
        && (message.status().wire().equals(entry.line().status())
            || Refusal.WRONG_STATUS.code().equals(entry.line().reason()));
  }
}
