package dev.countersign.conformance.sequences;

import java.util.List;

/**
 * What there is to see of the server at one moment.
 *
 * @param entries the ledger's, since the last look
 * @param request the id of the call that is being looked at
 */
record Seen(Stored stored, List<Entry> entries, String request) {
  /**
   * The same without what the server was refused by itself. After a race a part of it may still ask
   * for what another has done meanwhile; it is refused, and that changes nothing.
   */
  Seen withoutRefusedWork() {
    return new Seen(
        stored,
        entries.stream()
            .filter(entry -> !entry.isOwnWork() || entry.line().reason() == null)
            .toList(),
        request);
  }
}
