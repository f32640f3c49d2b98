package dev.countersign.host.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** All of a tenant's messages, a part at a time. */
@ApplicationScoped
public class WholeMail {
  @PersistenceContext EntityManager rows;

  /** Oldest first; {@code after} is the id to go on from, empty at the beginning. */
  public List<MessageRow> after(String tenantId, String after, int limit) {
    return rows.createQuery(
            "SELECT m FROM MessageRow m WHERE m.tenantId = :tenant AND m.id > :after ORDER BY m.id",
            MessageRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }
}
