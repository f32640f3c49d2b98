package dev.countersign.host.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Legal holds in the database. A tenant finds its own and no others. */
@ApplicationScoped
public class LegalHolds {
  @PersistenceContext EntityManager rows;

  public LegalHoldRow add(LegalHoldRow hold) {
    rows.persist(hold);
    return hold;
  }

  /** Newest first, lifted ones too. */
  public List<LegalHoldRow> all(String tenantId, int limit) {
    return rows.createQuery(
            "SELECT h FROM LegalHoldRow h WHERE h.tenantId = :tenant ORDER BY h.id DESC",
            LegalHoldRow.class)
        .setParameter("tenant", tenantId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many are in force. */
  public long inForce(String tenantId) {
    return rows.createQuery(
            "SELECT COUNT(h) FROM LegalHoldRow h WHERE h.tenantId = :tenant AND h.liftedAt IS NULL",
            Long.class)
        .setParameter("tenant", tenantId)
        .getSingleResult();
  }

  /** The hold as it is from now on; empty if there is no such hold in force. */
  public Optional<LegalHoldRow> lift(String tenantId, String id, String by, long now) {
    var found =
        Optional.ofNullable(rows.find(LegalHoldRow.class, id))
            .filter(hold -> hold.tenantId().equals(tenantId) && hold.liftedAt() == null);
    found.ifPresent(hold -> hold.lift(by, now));
    return found;
  }
}
