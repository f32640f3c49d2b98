package dev.countersign.host.messages;

import dev.countersign.host.mail.Attachment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A file that goes along with a message. */
@Entity
@Table(name = "attachments")
@IdClass(AttachmentRow.Place.class)
public class AttachmentRow {
  /** Which message, and where in it. */
  public record Place(String messageId, int position) implements Serializable {}

  @Id
  @Column(name = "message_id")
  private String messageId = "";

  @Id private int position;
  private String name = "";

  @Column(name = "content_type")
  private String contentType = "";

  @Column(name = "size_bytes")
  private int sizeBytes;

  private byte[] content = {};

  protected AttachmentRow() {}

  AttachmentRow(String messageId, int position, Attachment attachment) {
    this.messageId = messageId;
    this.position = position;
    this.name = attachment.name();
    this.contentType = attachment.contentType();
    this.sizeBytes = attachment.size();
    this.content = attachment.bytes();
  }

  Attachment attachment() {
    return new Attachment(name, contentType, content);
  }
}
