package dev.countersign.host.messages;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of messages. Ids sort by creation, so they are the order and the cursors. */
@ApplicationScoped
public class MailLists {
  private static final char ESCAPE = '!';
  private static final int LOOKED_AT_ONCE = 20;

  /** Held back, one after another, before a page ends without more to show. */
  private static final int LOOKED_AT_MAX = 1000;

  private static final List<Status> SPAM = List.of(Status.SPAM_FLAGGED, Status.SPAM_QUARANTINED);

  @PersistenceContext EntityManager rows;

  /**
   * Of one mailbox, newest first: a page of those that are shown. Whether there is a next page
   * depends on them alone, or filters would tell what is in those that are held back.
   */
  public MailPage of(
      MailboxRow mailbox, MailQuery wanted, java.util.function.Predicate<MessageRow> shown) {
    List<MessageRow> found = new ArrayList<>();
    MailQuery rest = wanted;
    int size = Math.max(wanted.limit(), LOOKED_AT_ONCE);
    for (int seen = 0; seen < LOOKED_AT_MAX; seen += size) {
      var page = page(mailbox, rest, size);
      page.rows().stream().filter(shown).forEach(found::add);
      if (page.cursor().isEmpty() || found.size() > wanted.limit()) {
        return MailPage.of(found, wanted.limit());
      }
      rest = rest.olderThan(page.cursor().flatMap(EmailId::parse));
    }
    return new MailPage(found, rest.cursor().map(EmailId::toString));
  }

  private MailPage page(MailboxRow mailbox, MailQuery wanted, int size) {
    var build = rows.getCriteriaBuilder();
    CriteriaQuery<MessageRow> query = build.createQuery(MessageRow.class);
    Root<MessageRow> row = query.from(MessageRow.class);
    var conditions = conditions(build, row, wanted);
    conditions.add(build.equal(row.get("mailbox").get("no"), mailbox.no()));
    wanted.attachments().ifPresent(has -> conditions.add(attachments(build, query, row, has)));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(build.desc(row.get("id")));
    return page(query, size);
  }

  /**
   * What counts as spam in all mailboxes of a tenant, newest first.
   *
   * @param status one of the two that spam has; empty for both
   */
  public MailPage spam(
      String tenantId, Optional<Status> status, Optional<EmailId> cursor, int limit) {
    var build = rows.getCriteriaBuilder();
    CriteriaQuery<MessageRow> query = build.createQuery(MessageRow.class);
    Root<MessageRow> row = query.from(MessageRow.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(build.equal(row.get("tenantId"), tenantId));
    conditions.add(row.get("status").in(status.map(List::of).orElse(SPAM)));
    cursor.ifPresent(id -> conditions.add(build.lessThan(row.<String>get("id"), id.toString())));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(build.desc(row.get("id")));
    return page(query, limit);
  }

  /** {@return the status of this word, if spam can have it} */
  public static Optional<Status> spamStatus(String word) {
    return Status.ofWire(word).filter(SPAM::contains);
  }

  /**
   * What may be waiting for a person's decision, oldest first; the kernel says which of it is.
   *
   * @param mailbox null for the whole tenant
   */
  public MailPage waiting(
      String tenantId, @Nullable MailboxRow mailbox, Optional<EmailId> cursor, int limit) {
    var build = rows.getCriteriaBuilder();
    CriteriaQuery<MessageRow> query = build.createQuery(MessageRow.class);
    Root<MessageRow> row = query.from(MessageRow.class);
    var conditions = waitingConditions(build, row, tenantId, mailbox);
    cursor.ifPresent(id -> conditions.add(build.greaterThan(row.<String>get("id"), id.toString())));
    query.where(conditions.toArray(Predicate[]::new)).orderBy(build.asc(row.get("id")));
    return page(query, limit);
  }

  public long countWaiting(String tenantId, @Nullable MailboxRow mailbox) {
    var build = rows.getCriteriaBuilder();
    CriteriaQuery<Long> query = build.createQuery(Long.class);
    Root<MessageRow> row = query.from(MessageRow.class);
    query
        .select(build.count(row))
        .where(waitingConditions(build, row, tenantId, mailbox).toArray(Predicate[]::new));
    return rows.createQuery(query).getSingleResult();
  }

  private MailPage page(CriteriaQuery<MessageRow> query, int limit) {
    return MailPage.of(rows.createQuery(query).setMaxResults(limit + 1).getResultList(), limit);
  }

  private static List<Predicate> waitingConditions(
      CriteriaBuilder build, Root<MessageRow> row, String tenantId, @Nullable MailboxRow mailbox) {
    var held = row.get("status").in(Status.PENDING_SEND_APPROVAL, Status.PENDING_INBOUND_APPROVAL);
    var hidden =
        build.and(
            build.equal(row.get("direction"), Direction.INBOUND),
            build.isFalse(row.get("released")),
            row.get("status").in(Status.UNREAD, Status.READ),
            build.or(
                build.equal(row.get("modeAtSubmission"), Mode.GATED_ALL),
                build.equal(row.get("mailbox").get("mode"), Mode.GATED_ALL)));
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(build.equal(row.get("tenantId"), tenantId));
    conditions.add(build.or(held, hidden));
    if (mailbox != null) {
      conditions.add(build.equal(row.get("mailbox").get("no"), mailbox.no()));
    }
    return conditions;
  }

  private static List<Predicate> conditions(
      CriteriaBuilder build, Root<MessageRow> row, MailQuery wanted) {
    List<Predicate> all = new ArrayList<>();
    Expression<String> id = row.get("id");
    Expression<Long> createdAt = row.get("createdAt");
    wanted.status().ifPresent(status -> all.add(build.equal(row.get("status"), status)));
    wanted
        .direction()
        .ifPresent(direction -> all.add(build.equal(row.get("direction"), direction)));
    wanted
        .sender()
        .ifPresent(part -> all.add(contains(build, row.get("content").get("from"), part)));
    wanted
        .subject()
        .ifPresent(part -> all.add(contains(build, row.get("content").get("subject"), part)));
    wanted.after().ifPresent(at -> all.add(build.greaterThanOrEqualTo(createdAt, at)));
    wanted.before().ifPresent(at -> all.add(build.lessThan(createdAt, at)));
    wanted.since().ifPresent(since -> all.add(build.greaterThan(id, since.toString())));
    wanted.cursor().ifPresent(cursor -> all.add(build.lessThan(id, cursor.toString())));
    return all;
  }

  private static Predicate attachments(
      CriteriaBuilder build, CriteriaQuery<?> query, Root<MessageRow> row, boolean wanted) {
    var inner = query.subquery(Integer.class);
    var attachment = inner.from(AttachmentRow.class);
    inner.select(build.literal(1)).where(build.equal(attachment.get("messageId"), row.get("id")));
    return wanted ? build.exists(inner) : build.not(build.exists(inner));
  }

  private static Predicate contains(CriteriaBuilder build, Expression<String> field, String part) {
    var pattern = part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", ESCAPE + "$0");
    return build.like(build.lower(field), "%" + pattern + "%", ESCAPE);
  }
}
