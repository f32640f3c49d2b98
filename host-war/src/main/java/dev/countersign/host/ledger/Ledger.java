package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The record of every call: it only grows, in the transaction of what it describes. */
@ApplicationScoped
public class Ledger {
  @PersistenceContext EntityManager rows;
  @Inject Event<LedgerEntry> appended;

  public void append(LedgerEntry entry) {
    rows.persist(new LedgerRow(entry));
    appended.fire(entry);
  }

  /** Has this request left its entry already? */
  public boolean knows(String requestId) {
    return !rows.createQuery("SELECT e.id FROM LedgerRow e WHERE e.requestId = :id", String.class)
        .setParameter("id", requestId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** A tenant's entries, newest first, from the one after {@code cursor} on. */
  public List<LedgerRow> newest(String tenantId, Optional<LedgerEntryId> cursor, int limit) {
    return rows.createQuery(
            "SELECT e FROM LedgerRow e WHERE e.tenantId = :tenant AND e.id < :cursor"
                + " ORDER BY e.id DESC",
            LedgerRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("cursor", cursor.map(LedgerEntryId::toString).orElse("led_~"))
        .setMaxResults(limit)
        .getResultList();
  }
}
