package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.actors.ActorKeys;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The record of every call: it only grows, in the transaction of what it describes. */
@ApplicationScoped
public class Ledger {
  @PersistenceContext EntityManager rows;
  @Inject Event<LedgerEntry> appended;
  @Inject ActorKeys keys;
  @Inject Limits limits;

  public void append(LedgerEntry entry) {
    // Entries of one transaction arrive in the order in which they are appended.
    rows.flush();
    var id = LedgerEntryId.mint();
    var key = keys.of(entry.actor(), id);
    var detached = Detached.of(entry);
    var members = EntryMembers.of(id, entry, key, detached.map(Detached::commitment).orElse(null));
    var leaf = Leaf.signed(members, key, limits.value(Limit.LEDGER_LEAF_BYTES));
    rows.persist(new LedgerRow(id, entry, leaf));
    detached.ifPresent(apart -> rows.persist(new PayloadRow(id, apart)));
    appended.fire(entry);
  }

  /** What was written beside an entry, where there was something and it is not erased. */
  public Optional<PayloadRow> payload(LedgerRow entry) {
    return Optional.ofNullable(rows.find(PayloadRow.class, entry.id()));
  }

  /** Has this request left its entry already? */
  public boolean knows(String requestId) {
    return !rows.createQuery("SELECT e.id FROM LedgerRow e WHERE e.requestId = :id", String.class)
        .setParameter("id", requestId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
