package dev.countersign.host.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A sender's own name for one submission, so that a retry finds the first try's message. */
@Entity
@Table(name = "idempotency_keys")
@IdClass(IdempotencyRow.Name.class)
public class IdempotencyRow {
  /** Unique within a mailbox. */
  public record Name(long mailboxNo, String key) implements Serializable {}

  @Id
  @Column(name = "mailbox_no")
  private long mailboxNo;

  @Id
  @Column(name = "idempotency_key")
  private String key = "";

  @Column(name = "request_fingerprint")
  private String request = "";

  @Column(name = "message_id")
  private String messageId = "";

  @Column(name = "created_at")
  private long createdAt;

  protected IdempotencyRow() {}

  IdempotencyRow(Name name, String request, String messageId, long createdAt) {
    this.mailboxNo = name.mailboxNo();
    this.key = name.key();
    this.request = request;
    this.messageId = messageId;
    this.createdAt = createdAt;
  }

  public boolean sameRequest(String fingerprint) {
    return request.equals(fingerprint);
  }

  public String messageId() {
    return messageId;
  }

  long createdAt() {
    return createdAt;
  }
}
