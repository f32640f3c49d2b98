package dev.countersign.host.messages;

import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Idempotency keys, each remembered for a while within its mailbox. */
@ApplicationScoped
public class IdempotencyKeys {
  @PersistenceContext EntityManager rows;
  @Inject Limits limits;

  public Optional<IdempotencyRow> find(MailboxRow mailbox, String key, long now) {
    var row = rows.find(IdempotencyRow.class, new IdempotencyRow.Name(mailbox.no(), key));
    if (row == null) {
      return Optional.empty();
    }
    if (row.createdAt() + limits.value(Limit.IDEMPOTENCY_KEY_MS) <= now) {
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
