package dev.countersign.host.messages;

import dev.countersign.kernel.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Erasing what people wrote in messages. What was decided about them stays. */
@ApplicationScoped
public class ContentErasure {
  private static final Set<Status> WAITING =
      EnumSet.of(
          Status.PENDING_SCAN,
          Status.PENDING_SEND_APPROVAL,
          Status.SCHEDULED,
          Status.QUEUED,
          Status.SENDING,
          Status.INDETERMINATE,
          Status.PENDING_INBOUND_APPROVAL);

  private static final String DUE =
      "SELECT m FROM MessageRow m WHERE m.tenantId = :tenant AND m.erasedAt IS NULL"
          + " AND m.changedAt <= :before AND m.id > :after AND m.status NOT IN :waiting"
          + " AND NOT EXISTS (SELECT h FROM LegalHoldRow h WHERE h.tenantId = m.tenantId"
          + " AND h.liftedAt IS NULL AND (h.messageId = m.id OR h.mailboxId = m.mailbox.id"
          + " OR (h.messageId IS NULL AND h.mailboxId IS NULL)))";
  private static final String OWED_NOTHING =
      " AND NOT EXISTS (SELECT o FROM OutboxRow o WHERE o.messageId = m.id)";

  /** Rows of other tables, each with what a message's people wrote. */
  private static final List<String> BESIDE =
      List.of(
          "DELETE FROM arrivals WHERE message_id = ?1",
          "DELETE FROM delivery_reports WHERE message_id = ?1",
          "DELETE FROM attachments WHERE message_id = ?1",
          "DELETE FROM transmissions WHERE message_id = ?1",
          "DELETE FROM message_domains WHERE message_id = ?1",
          "DELETE FROM idempotency_keys WHERE message_id = ?1",
          "DELETE FROM recent_content WHERE message_id = ?1",
          "DELETE FROM message_tags WHERE message_id = ?1",
          "UPDATE approvals SET note = '' WHERE message_id = ?1");

  @PersistenceContext EntityManager rows;

  /**
   * Messages past their time, in the order of their ids; none that is held, and none that waits for
   * a scan, a decision, its time, a dispatch or how that ended. The kernel is to be asked besides.
   *
   * @param before milliseconds since 1970: last changed then or earlier
   * @param after the id to go on from
   */
  public List<MessageRow> due(String tenantId, long before, String after, int limit) {
    return due(DUE + OWED_NOTHING, WAITING, tenantId, before, after, limit);
  }

  /** Does it wait for anything that {@link #due} looks for? */
  public boolean waits(MessageRow row) {
    return WAITING.contains(row.message().status());
  }

  /** The same of a tenant that is gone: whatever is not just being handed over. */
  public List<MessageRow> left(String tenantId, long before, String after, int limit) {
    return due(DUE, EnumSet.of(Status.SENDING), tenantId, before, after, limit);
  }

  private List<MessageRow> due(
      String query, Set<Status> waiting, String tenantId, long before, String after, int limit) {
    return rows.createQuery(query + " ORDER BY m.id", MessageRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("before", before)
        .setParameter("after", after)
        .setParameter("waiting", waiting)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Erases their content, attachments, transmissions, notes, and what was known of their
   * recipients.
   *
   * @param sentence to stand in its place
   */
  public void erase(List<MessageRow> messages, String sentence, long now) {
    for (MessageRow message : messages) {
      message.erase(sentence, now);
      for (String statement : BESIDE) {
        rows.createNativeQuery(statement).setParameter(1, message.id()).executeUpdate();
      }
    }
    rows.flush();
  }
}
