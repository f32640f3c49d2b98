package dev.countersign.host.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The record of every call: it only grows, in the transaction of what it describes. */
@ApplicationScoped
public class Ledger {
  @PersistenceContext EntityManager rows;

  public void append(LedgerEntry entry) {
    rows.persist(new LedgerRow(entry));
  }

  /** Has this request left its entry already? */
  public boolean knows(String requestId) {
    return !rows.createQuery("SELECT e.seq FROM LedgerRow e WHERE e.requestId = :id", Long.class)
        .setParameter("id", requestId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** A tenant's entries before this one, newest first. */
  public List<LedgerRow> before(String tenantId, long seq, int limit) {
    return rows.createQuery(
            "SELECT e FROM LedgerRow e WHERE e.tenantId = :tenant AND e.seq < :seq"
                + " ORDER BY e.seq DESC",
            LedgerRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("seq", seq)
        .setMaxResults(limit)
        .getResultList();
  }
}
