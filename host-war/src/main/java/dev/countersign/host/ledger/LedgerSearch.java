package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Finds entries of one tenant. */
@ApplicationScoped
public class LedgerSearch {
  // After every id by any database's alphabet; in those of languages, signs come before letters.
  private static final String LAST = "led_" + "Z".repeat(26);

  @PersistenceContext EntityManager rows;

  /**
   * The entries that match, newest first, from the one after {@code cursor} on. Ids never change
   * and sort by time, so that entries which come in meanwhile move no other from its page.
   */
  public List<LedgerRow> newest(
      String tenantId, LedgerFilter filter, Optional<LedgerEntryId> cursor, int limit) {
    return query(tenantId, filter, " AND e.id < :cursor ORDER BY e.id DESC")
        .setParameter("cursor", cursor.map(LedgerEntryId::toString).orElse(LAST))
        .setMaxResults(limit)
        .getResultList();
  }

  /** The entries that match in the order of the log, from one place to before another. */
  public List<LedgerRow> inOrder(
      String tenantId, LedgerFilter filter, long from, long end, int limit) {
    return between(tenantId, filter, from, end).setMaxResults(limit).getResultList();
  }

  /** The place of the entry after so many that match; empty if there are no more. */
  public Optional<Long> after(
      String tenantId, LedgerFilter filter, long from, long end, int matches) {
    return between(tenantId, filter, from, end)
        .setFirstResult(matches)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(LedgerRow::logIndex);
  }

  /** How many entries have a place in the tenant's log. */
  public long size(String tenantId) {
    var last =
        rows.createQuery(
                "SELECT MAX(e.logIndex) FROM LedgerRow e WHERE e.tenantId = :tenant", Long.class)
            .setParameter("tenant", tenantId)
            .getSingleResult();
    return last == null ? 0 : last + 1;
  }

  private TypedQuery<LedgerRow> between(String tenantId, LedgerFilter filter, long from, long end) {
    return query(
            tenantId, filter, " AND e.logIndex >= :first AND e.logIndex < :end ORDER BY e.logIndex")
        .setParameter("first", from)
        .setParameter("end", end);
  }

  private TypedQuery<LedgerRow> query(String tenantId, LedgerFilter filter, String rest) {
    var condition = filter.condition();
    var query =
        rows.createQuery(
                "SELECT e FROM LedgerRow e WHERE " + condition.text() + rest, LedgerRow.class)
            .setParameter("tenant", tenantId);
    condition.parameters().forEach(query::setParameter);
    return query;
  }
}
