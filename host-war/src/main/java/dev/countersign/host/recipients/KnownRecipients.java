package dev.countersign.host.recipients;

import dev.countersign.host.ids.RecipientEntryId;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mailboxes.MailboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Known recipients in the database. */
@ApplicationScoped
public class KnownRecipients {
  @PersistenceContext EntityManager rows;

  public void add(KnownRecipientRow row) {
    rows.persist(row);
  }

  /** Oldest first. */
  public List<KnownRecipientRow> all(MailboxRow box) {
    return rows.createQuery(
            "SELECT k FROM KnownRecipientRow k WHERE k.tenantId = :tenant"
                + " AND k.mailboxId = :mailbox ORDER BY k.id",
            KnownRecipientRow.class)
        .setParameter("tenant", box.tenantId())
        .setParameter("mailbox", box.id())
        .getResultList();
  }

  public boolean known(MailboxRow box, RecipientPattern pattern) {
    return all(box).stream().anyMatch(row -> row.pattern().equals(pattern));
  }

  public Optional<KnownRecipientRow> find(MailboxRow box, RecipientEntryId id) {
    return Optional.ofNullable(rows.find(KnownRecipientRow.class, id.toString()))
        .filter(row -> row.mailboxId().equals(box.id()));
  }

  public void remove(KnownRecipientRow row) {
    rows.remove(row);
  }

  /** {@return those of these recipients that some entry of this mailbox is about} */
  public List<EmailAddress> knownAmong(MailboxRow box, Collection<EmailAddress> recipients) {
    var patterns = all(box).stream().map(KnownRecipientRow::pattern).toList();
    return recipients.stream()
        .filter(address -> patterns.stream().anyMatch(pattern -> pattern.matches(address)))
        .toList();
  }
}
