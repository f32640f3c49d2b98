package dev.countersign.host.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whether anything has happened in a mailbox, without looking at what. */
@ApplicationScoped
public class Arrivals {
  @PersistenceContext EntityManager rows;

  /**
   * {@return how often messages after this one came or changed} It differs whenever something came
   * or changed; nothing else is said of it.
   *
   * @param sinceId id of a message, or empty for all
   */
  public long changes(String tenantId, String mailboxId, String sinceId) {
    // Databases add up to numbers of different kinds.
    var sum =
        rows.createQuery(
                "SELECT COUNT(m) + COALESCE(SUM(m.version), 0) FROM MessageRow m"
                    + " WHERE m.tenantId = :tenant AND m.mailbox.id = :mailbox AND m.id > :since")
            .setParameter("tenant", tenantId)
            .setParameter("mailbox", mailboxId)
            .setParameter("since", sinceId)
            .getSingleResult();
    return sum instanceof Number number ? number.longValue() : 0;
  }
}
