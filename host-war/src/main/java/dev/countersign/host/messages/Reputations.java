package dev.countersign.host.messages;

import dev.countersign.host.identity.ReputationCounters;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** What a mailbox's own history says of it. */
@ApplicationScoped
public class Reputations {
  @PersistenceContext EntityManager rows;

  /** Bounces and complaints as reported, or as said at the hand-over. */
  public ReputationCounters of(MailboxRow mailbox, Instant now) {
    var age = Duration.between(Instant.ofEpochMilli(mailbox.createdAt()), now);
    return new ReputationCounters(
        count(mailbox, Status.SENT),
        reported(mailbox, "m.reported.bouncedAt"),
        reported(mailbox, "m.reported.complainedAt"),
        count(mailbox, Status.REJECTED),
        age.toDays());
  }

  private long reported(MailboxRow mailbox, String when) {
    return rows.createQuery(
            "SELECT COUNT(m) FROM MessageRow m WHERE m.mailbox = :mailbox AND "
                + when
                + " IS NOT NULL",
            Long.class)
        .setParameter("mailbox", mailbox)
        .getSingleResult();
  }

  private long count(MailboxRow mailbox, Status status) {
    return rows.createQuery(
            "SELECT COUNT(m) FROM MessageRow m WHERE m.mailbox = :mailbox AND m.status = :status",
            Long.class)
        .setParameter("mailbox", mailbox)
        .setParameter("status", status)
        .getSingleResult();
  }
}
