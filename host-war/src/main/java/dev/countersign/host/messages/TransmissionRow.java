package dev.countersign.host.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * The exact bytes that a dispatch hands over, written before the first of them leaves; of mail from
 * outside, those that came.
 */
@Entity
@Table(name = "transmissions")
public class TransmissionRow {
  @Id
  @Column(name = "message_id")
  private String messageId = "";

  private byte[] rfc822 = {};
  private String envelope = "";

  @Column(name = "begun_at")
  private long begunAt;

  @Column(name = "envelope_from")
  private @Nullable String returnPath;

  protected TransmissionRow() {}

  public TransmissionRow(String messageId, byte[] rfc822, String envelope, long begunAt) {
    this.messageId = messageId;
    this.rfc822 = rfc822.clone();
    this.envelope = envelope;
    this.begunAt = begunAt;
  }

  /** As above, with the address that reports about it go to. */
  public TransmissionRow returningTo(String address) {
    returnPath = address;
    return this;
  }

  /** One recipient a line, Bcc and the overseer's copy included. */
  public String envelope() {
    return envelope;
  }

  public byte[] rfc822() {
    return rfc822.clone();
  }
}
