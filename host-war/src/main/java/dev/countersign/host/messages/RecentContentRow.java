package dev.countersign.host.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was handed in a moment ago, by its hash, so that the same again is found. */
@Entity
@Table(name = "recent_content")
public class RecentContentRow {
  @Id
  @Column(name = "content_sha256")
  private String content = "";

  @Column(name = "message_id")
  private String messageId = "";

  @Column(name = "created_at")
  private long createdAt;

  protected RecentContentRow() {}

  RecentContentRow(String content, String messageId, long createdAt) {
    this.content = content;
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
