package dev.countersign.host.webhooks;

import dev.countersign.host.ledger.LedgerRow;

/**
 * One event of one ledger entry. Its id is made of the two, so that every retry and every replay
 * has the same.
 *
 * @param logIndex the entry's place in the tenant's log
 */
record Event(LedgerRow entry, long logIndex, EventType type) {
  String id() {
    return "evt_" + entry.id().substring(entry.id().indexOf('_') + 1) + "_" + type.wire();
  }
}
