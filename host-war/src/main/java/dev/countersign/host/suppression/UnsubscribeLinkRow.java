package dev.countersign.host.suppression;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A link to unsubscribe, as stored: what it stands for, and not its secret. */
@Entity
@Table(name = "unsubscribe_links")
class UnsubscribeLinkRow {
  @Id
  @Column(name = "secret_sha256")
  private String secretSha256 = "";

  @Column(name = "message_id")
  private String messageId = "";

  @Column(name = "created_at")
  private long createdAt;

  protected UnsubscribeLinkRow() {}

  UnsubscribeLinkRow(String secretSha256, String messageId, long createdAt) {
    this.secretSha256 = secretSha256;
    this.messageId = messageId;
    this.createdAt = createdAt;
  }

  String messageId() {
    return messageId;
  }

  long createdAt() {
    return createdAt;
  }
}
