package dev.countersign.host.outbox;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Status;
import dev.countersign.kernel.View;
import dev.countersign.kernel.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The work that committed decisions call for. It is written in the transaction of the decision,
 * taken by lease, and given back or replaced when done; a holder that dies leaves a lease that runs
 * out.
 */
@ApplicationScoped
public class Outbox {
  @PersistenceContext EntityManager rows;
  @Inject Event<Owed> owed;

  /** Something is owed now; observers wake up after the commit. */
  public record Owed() {}

  /** Notes what the kernel says this message is owed now, in place of what it was owed before. */
  public void note(View view, MessageRow message) {
    switch (Oversight.work(view, message.message())) {
      case Work.None() -> settle(message.id());
      case Work.Scan() -> owe(message.id(), OwedWork.SCAN, view.now());
      case Work.Dispatch() -> owe(message.id(), OwedWork.DISPATCH, view.now());
      case Work.At at -> owe(message.id(), OwedWork.CLOCK, at.when());
    }
  }

  private void settle(String messageId) {
    var row = held(messageId);
    if (row != null) {
      rows.remove(row);
    }
  }

  private void owe(String messageId, OwedWork work, long dueAt) {
    var row = held(messageId);
    if (row == null) {
      rows.persist(new OutboxRow(messageId, work, dueAt));
    } else if (row.work() != work || work == OwedWork.CLOCK) {
      row.become(work, dueAt);
    }
    // Else it is owed already, and whoever holds the lease goes on holding it.
    owed.fire(new Owed());
  }

  // A lease is taken without a version: read without a lock, the row could be written back half
  // leased, and nobody would do the new work before the old lease ran out.
  private @Nullable OutboxRow held(String messageId) {
    return rows.find(OutboxRow.class, messageId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Work of these kinds that is due and free, oldest first. */
  public List<EmailId> due(long now, Set<OwedWork> kinds, int limit) {
    return rows.createQuery(
            "SELECT o.messageId FROM OutboxRow o WHERE o.dueAt <= :now AND o.leaseUntil <= :now"
                + " AND o.work IN :kinds ORDER BY o.dueAt",
            String.class)
        .setParameter("now", now)
        .setParameter("kinds", kinds)
        .setMaxResults(limit)
        .getResultStream()
        .flatMap(id -> EmailId.parse(id).stream())
        .toList();
  }

  /** How much is due and not done, and how long the oldest of it has waited. */
  public record Backlog(long due, Duration lag) {}

  public Backlog backlog(long now) {
    var row =
        rows.createQuery(
                "SELECT COUNT(o), MIN(o.dueAt) FROM OutboxRow o WHERE o.dueAt <= :now",
                Object[].class)
            .setParameter("now", now)
            .getSingleResult();
    long oldest = row[1] instanceof Long dueAt ? dueAt : now;
    return new Backlog(((Number) row[0]).longValue(), Duration.ofMillis(now - oldest));
  }

  /** Takes the lease of work of these kinds, unless it is taken, gone or not due. */
  public Optional<Lease> lease(
      EmailId message, Set<OwedWork> kinds, String node, long now, long until) {
    var row = rows.find(OutboxRow.class, message.toString());
    if (row == null || !kinds.contains(row.work())) {
      return Optional.empty();
    }
    var lease = new Lease(message, row.work(), row.tries(), row.leaseOwner() != null);
    int taken =
        rows.createQuery(
                "UPDATE OutboxRow o SET o.leaseUntil = :until, o.leaseOwner = :node,"
                    + " o.tries = o.tries + 1"
                    + " WHERE o.messageId = :id AND o.leaseUntil <= :now AND o.dueAt <= :now"
                    + " AND o.work = :work AND o.tries = :tries")
            .setParameter("until", until)
            .setParameter("node", node)
            .setParameter("id", message.toString())
            .setParameter("now", now)
            .setParameter("work", row.work())
            .setParameter("tries", row.tries())
            .executeUpdate();
    return taken == 1 ? Optional.of(lease) : Optional.empty();
  }

  /** Gives a lease back. Work that is still owed comes up again at {@code dueAt}. */
  public void giveBack(Lease lease, String node, long dueAt) {
    rows.createQuery(
            "UPDATE OutboxRow o SET o.leaseUntil = 0, o.leaseOwner = NULL, o.dueAt = :due"
                + " WHERE o.messageId = :id AND o.leaseOwner = :node AND o.work = :work")
        .setParameter("due", dueAt)
        .setParameter("id", lease.message().toString())
        .setParameter("node", node)
        .setParameter("work", lease.work())
        .executeUpdate();
  }

  /**
   * A mailbox's mode, policy or stop changed: what waits in it for another try is looked at again
   * now, and what was queued while nothing might leave, and so was owed nothing, is owed what the
   * kernel says of it now.
   */
  public void wake(View view, MailboxRow mailbox) {
    wake("m.mailbox = :place", mailbox, view.now(), box -> view);
  }

  /** As {@link #wake(View, MailboxRow)}, for all mailboxes of a tenant whose stop changed. */
  public void wake(String tenantId, long now, Function<MailboxRow, View> views) {
    wake("m.tenantId = :place", tenantId, now, views);
  }

  private void wake(String where, Object place, long now, Function<MailboxRow, View> views) {
    rows.createQuery(
            "UPDATE OutboxRow o SET o.dueAt = :now"
                + " WHERE o.work = :dispatch AND o.dueAt > :now AND o.messageId IN"
                + " (SELECT m.id FROM MessageRow m WHERE "
                + where
                + ")")
        .setParameter("now", now)
        .setParameter("dispatch", OwedWork.DISPATCH)
        .setParameter("place", place)
        .executeUpdate();
    rows.createQuery(
            "SELECT m FROM MessageRow m WHERE m.status = :queued AND " + where, MessageRow.class)
        .setParameter("queued", Status.QUEUED)
        .setParameter("place", place)
        .getResultStream()
        .forEach(message -> note(views.apply(message.mailbox()), message));
    owed.fire(new Owed());
  }

  /** At start: this node's own leases are from before a crash; nobody works on them. */
  public void expireLeasesOf(String node) {
    rows.createQuery("UPDATE OutboxRow o SET o.leaseUntil = 0 WHERE o.leaseOwner = :node")
        .setParameter("node", node)
        .executeUpdate();
  }
}
