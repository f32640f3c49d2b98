package dev.countersign.host.mailboxes;

import dev.countersign.host.ids.MailboxId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mailboxes in the database. A tenant finds its own and no others. */
@ApplicationScoped
public class Mailboxes {
  @PersistenceContext EntityManager rows;

  public Optional<MailboxRow> find(String tenantId, MailboxId id) {
    return first(
        "SELECT m FROM MailboxRow m WHERE m.tenantId = :tenant AND m.id = :key",
        tenantId,
        id.toString());
  }

  /** {@code address} without a display name; mailbox addresses are stored in lower case. */
  public Optional<MailboxRow> byAddress(String tenantId, String address) {
    return first(
        "SELECT m FROM MailboxRow m WHERE m.tenantId = :tenant AND m.address = :key",
        tenantId,
        address.toLowerCase(Locale.ROOT));
  }

  /** For mail that comes in, which names no tenant; {@code address} without a display name. */
  public Optional<MailboxRow> holder(String address) {
    return rows.createQuery(
            "SELECT m FROM MailboxRow m WHERE m.address = :address AND m.removed = FALSE",
            MailboxRow.class)
        .setParameter("address", address.toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  /** Whoever has it: an address belongs to one mailbox of one tenant, for ever. */
  public boolean taken(String address) {
    return rows.createQuery(
                "SELECT COUNT(m) FROM MailboxRow m WHERE m.address = :address", Long.class)
            .setParameter("address", address.toLowerCase(Locale.ROOT))
            .getSingleResult()
        > 0;
  }

  public List<MailboxRow> all(String tenantId, int limit) {
    return rows.createQuery(
            "SELECT m FROM MailboxRow m WHERE m.tenantId = :tenant AND m.removed = FALSE"
                + " ORDER BY m.id",
            MailboxRow.class)
        .setParameter("tenant", tenantId)
        .setMaxResults(limit)
        .getResultList();
  }

  public MailboxRow add(MailboxRow mailbox) {
    rows.persist(mailbox);
    return mailbox;
  }

  private Optional<MailboxRow> first(String query, String tenantId, String key) {
    return rows.createQuery(query, MailboxRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }
}
