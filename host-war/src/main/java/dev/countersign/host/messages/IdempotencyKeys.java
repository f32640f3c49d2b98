package dev.countersign.host.messages;

import dev.countersign.host.mailboxes.MailboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;

/** Idempotency keys, each remembered for 24 hours within its mailbox. */
@ApplicationScoped
public class IdempotencyKeys {
  private static final long LIFETIME = Duration.ofHours(24).toMillis();

  @PersistenceContext EntityManager rows;

  public Optional<IdempotencyRow> find(MailboxRow mailbox, String key, long now) {
    var row = rows.find(IdempotencyRow.class, new IdempotencyRow.Name(mailbox.no(), key));
    if (row == null) {
      return Optional.empty();
    }
    if (row.createdAt() + LIFETIME <= now) {
      rows.remove(row);
      rows.flush();
      return Optional.empty();
    }
    return Optional.of(row);
  }

  public void add(MailboxRow mailbox, String key, String request, MessageRow message) {
    var name = new IdempotencyRow.Name(mailbox.no(), key);
    rows.persist(new IdempotencyRow(name, request, message.id(), message.createdAt()));
  }
}
