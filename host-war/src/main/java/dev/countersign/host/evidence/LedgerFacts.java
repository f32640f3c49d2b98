package dev.countersign.host.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be said of a tenant's ledger without telling what anybody did. */
@ApplicationScoped
class LedgerFacts {
  @PersistenceContext EntityManager rows;

  /**
   * The ledger in numbers.
   *
   * @param actions action to how many entries have it
   * @param first when the first entry was written; null before that
   */
  record Ledger(
      long entries,
      long refused,
      SortedMap<String, Long> actions,
      @Nullable String first,
      @Nullable String last) {}

  /** Inside a transaction. */
  Ledger of(String tenant) {
    List<Object[]> counted =
        rows.createQuery(
                "SELECT e.action, e.outcome, COUNT(e), MIN(e.at), MAX(e.at) FROM LedgerRow e"
                    + " WHERE e.tenantId = :tenant GROUP BY e.action, e.outcome",
                Object[].class)
            .setParameter("tenant", tenant)
            .getResultList();
    long entries = 0;
    long refused = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    var actions = new TreeMap<String, Long>();
    for (Object[] row : counted) {
      long count = (Long) row[2];
      entries += count;
      refused += "refused".equals(row[1]) ? count : 0;
      actions.merge((String) row[0], count, Long::sum);
      first = Math.min(first, (Long) row[3]);
      last = Math.max(last, (Long) row[4]);
    }
    return new Ledger(
        entries,
        refused,
        actions,
        entries == 0 ? null : iso(first),
        entries == 0 ? null : iso(last));
  }

  private static String iso(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
