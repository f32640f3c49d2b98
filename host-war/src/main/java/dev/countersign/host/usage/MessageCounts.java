package dev.countersign.host.usage;

import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.Set;

/** Outgoing messages that were handed in, less those that ended without leaving. */
@ApplicationScoped
class MessageCounts {
  private static final Set<Status> UNSENT =
      EnumSet.of(Status.BLOCKED, Status.REJECTED, Status.CANCELLED, Status.EXPIRED);
  private static final String OUTGOING =
      "SELECT COUNT(m) FROM MessageRow m WHERE m.tenantId = :tenant AND m.direction = :outbound"
          + " AND m.createdAt >= :since AND m.status NOT IN :unsent";

  @PersistenceContext EntityManager rows;

  /** Since this moment. */
  long ofTenant(String tenantId, long since) {
    return counted(rows.createQuery(OUTGOING, Long.class), tenantId, since);
  }

  long ofMailbox(MailboxRow box, long since) {
    return counted(
        rows.createQuery(OUTGOING + " AND m.mailbox = :box", Long.class).setParameter("box", box),
        box.tenantId(),
        since);
  }

  private static long counted(TypedQuery<Long> query, String tenantId, long since) {
    return query
        .setParameter("tenant", tenantId)
        .setParameter("outbound", Direction.OUTBOUND)
        .setParameter("since", since)
        .setParameter("unsent", UNSENT)
        .getSingleResult();
  }
}
