package dev.countersign.host.messages;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages in the database. A tenant finds its own and no others. */
@ApplicationScoped
public class Messages {
  private static final int HEADER_BYTES = 65_536;

  @PersistenceContext EntityManager rows;

  public Optional<MessageRow> find(String tenantId, EmailId id) {
    return find(id).filter(row -> row.tenantId().equals(tenantId));
  }

  /** For the work after a commit, which belongs to no tenant's key. */
  public Optional<MessageRow> find(EmailId id) {
    return Optional.ofNullable(rows.find(MessageRow.class, id.toString()));
  }

  public void add(MessageRow row, Draft draft) {
    rows.persist(row);
    // Attachments and idempotency keys name it without a mapped relation, so it has to go first.
    rows.flush();
    addAttachments(row, draft.attachments());
  }

  /** Whether these very bytes came into this mailbox before: mail servers repeat themselves. */
  public boolean received(MailboxRow mailbox, Digest digest) {
    return rows.createQuery(
                "SELECT COUNT(m) FROM MessageRow m WHERE m.mailbox = :mailbox"
                    + " AND m.direction = :inbound AND m.digest = :digest",
                Long.class)
            .setParameter("mailbox", mailbox)
            .setParameter("inbound", Direction.INBOUND)
            .setParameter("digest", digest.hex())
            .getSingleResult()
        > 0;
  }

  /** Writes what has changed now, and so has the rows until the transaction ends. */
  public void write() {
    rows.flush();
  }

  /**
   * For who changes nothing of it: nobody has changed it since it was read, and nobody does until
   * the transaction ends, so that what is said of it was so when it is recorded.
   */
  public void hold(MessageRow row) {
    var read = row.message();
    rows.flush();
    rows.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    if (!row.message().equals(read)) {
      throw new OptimisticLockException("a message changed while a call was about it");
    }
  }

  /** The whole content, attachments included. */
  public Draft draft(MessageRow row) {
    return row.draft(attachments(row));
  }

  public void addTransmission(TransmissionRow row) {
    rows.merge(row);
  }

  public Optional<TransmissionRow> transmission(MessageRow row) {
    return Optional.ofNullable(rows.find(TransmissionRow.class, row.id()));
  }

  /** Whether any message left with an address of its own for reports. */
  public boolean anyWithReturnPath() {
    return !rows.createQuery(
            "SELECT t.messageId FROM TransmissionRow t WHERE t.returnPath LIKE 'b-%'", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Of these messages, in order and without the bytes. */
  public List<AttachmentFacts> attachmentFacts(Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return List.of();
    }
    return rows.createQuery(
            "SELECT NEW dev.countersign.host.messages.AttachmentFacts("
                + "a.messageId, a.name, a.sizeBytes, a.contentType)"
                + " FROM AttachmentRow a WHERE a.messageId IN :ids"
                + " ORDER BY a.messageId, a.position",
            AttachmentFacts.class)
        .setParameter("ids", messageIds)
        .getResultList();
  }

  /** The beginning of each message's transmission, where its headers are. */
  public Map<String, byte[]> transmittedBeginnings(Collection<String> messageIds) {
    Map<String, byte[]> beginnings = new HashMap<>();
    for (String id : messageIds) {
      // JPQL has no SUBSTRING for bytes, and the whole message may be tens of megabytes.
      List<?> found =
          rows.createNativeQuery(
                  "SELECT SUBSTRING(rfc822 FROM 1 FOR "
                      + HEADER_BYTES
                      + ") FROM transmissions WHERE message_id = ?1")
              .setParameter(1, id)
              .getResultList();
      if (!found.isEmpty() && found.getFirst() instanceof byte[] bytes) {
        beginnings.put(id, bytes);
      }
    }
    return beginnings;
  }

  /** {@return where the first attachment of this name is} */
  public Optional<AttachmentPlace> placed(MessageRow row, String name) {
    return rows.createQuery(
            "SELECT NEW dev.countersign.host.messages.AttachmentPlace("
                + "a.position, a.name, a.sizeBytes, a.contentType)"
                + " FROM AttachmentRow a WHERE a.messageId = :id AND a.name = :name"
                + " ORDER BY a.position",
            AttachmentPlace.class)
        .setParameter("id", row.id())
        .setParameter("name", name)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Optional<Attachment> attachment(MessageRow row, int position) {
    return Optional.ofNullable(
            rows.find(AttachmentRow.class, new AttachmentRow.Place(row.id(), position)))
        .map(AttachmentRow::attachment);
  }

  private List<Attachment> attachments(MessageRow row) {
    return rows.createQuery(
            "SELECT a FROM AttachmentRow a WHERE a.messageId = :id ORDER BY a.position",
            AttachmentRow.class)
        .setParameter("id", row.id())
        .getResultStream()
        .map(AttachmentRow::attachment)
        .toList();
  }

  private void addAttachments(MessageRow row, List<Attachment> attachments) {
    for (int i = 0; i < attachments.size(); i++) {
      rows.persist(new AttachmentRow(row.id(), i, attachments.get(i)));
    }
  }
}
