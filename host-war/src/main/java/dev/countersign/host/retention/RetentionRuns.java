package dev.countersign.host.retention;

import dev.countersign.host.ids.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What was erased so far, in numbers. */
@ApplicationScoped
public class RetentionRuns {
  @PersistenceContext EntityManager rows;

  public RunId add(String tenantId, long at, Erased erased) {
    var id = RunId.mint();
    rows.persist(new RetentionRunRow(id, tenantId, at, erased));
    return id;
  }

  /** When the latest run was, in milliseconds since 1970; 0 before the first. */
  public long lastAt(String tenantId) {
    return latest(tenantId, 1).stream().mapToLong(RetentionRunRow::at).findFirst().orElse(0);
  }

  /** Newest first. */
  public List<RetentionRunRow> latest(String tenantId, int limit) {
    return rows.createQuery(
            "SELECT r FROM RetentionRunRow r WHERE r.tenantId = :tenant ORDER BY r.id DESC",
            RetentionRunRow.class)
        .setParameter("tenant", tenantId)
        .setMaxResults(limit)
        .getResultList();
  }
}
