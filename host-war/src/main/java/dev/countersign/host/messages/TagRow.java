package dev.countersign.host.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A word that an agent keeps beside a message, under a key. */
@Entity
@Table(name = "message_tags")
@IdClass(TagRow.Name.class)
public class TagRow {
  /** Unique within a message. */
  public record Name(String messageId, String key) implements Serializable {}

  @Id
  @Column(name = "message_id")
  private String messageId = "";

  @Id
  @Column(name = "tag_key")
  private String key = "";

  @Column(name = "tag_value")
  private String value = "";

  protected TagRow() {}

  TagRow(String messageId, String key, String value) {
    this.messageId = messageId;
    this.key = key;
    this.value = value;
  }

  String key() {
    return key;
  }

  String value() {
    return value;
  }

  void become(String next) {
    value = next;
  }
}
