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

  /** Bounces and complaints are counted from the day that reports of them come in. */
  public ReputationCounters of(MailboxRow mailbox, Instant now) {
    var age = Duration.between(Instant.ofEpochMilli(mailbox.createdAt()), now);
    return new ReputationCounters(
        count(mailbox, Status.SENT), 0, 0, count(mailbox, Status.REJECTED), age.toDays());
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
