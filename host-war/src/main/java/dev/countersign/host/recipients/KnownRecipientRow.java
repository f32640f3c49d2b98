package dev.countersign.host.recipients;

import dev.countersign.host.ids.RecipientEntryId;
import dev.countersign.host.mailboxes.MailboxRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A recipient that an operator knows, for one mailbox, as stored. */
@Entity
@Table(name = "known_recipients")
public class KnownRecipientRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "mailbox_id")
  private String mailboxId = "";

  private String pattern = "";
  private @Nullable String note;

  @Column(name = "added_by")
  private String addedBy = "";

  @Column(name = "added_at")
  private long addedAt;

  protected KnownRecipientRow() {}

  /** The public id of whoever adds it is {@code addedBy}. */
  public KnownRecipientRow(
      RecipientEntryId id,
      MailboxRow box,
      RecipientPattern pattern,
      @Nullable String note,
      String addedBy,
      long addedAt) {
    this.id = id.toString();
    this.tenantId = box.tenantId();
    this.mailboxId = box.id();
    this.pattern = pattern.text();
    this.note = note;
    this.addedBy = addedBy;
    this.addedAt = addedAt;
  }

  public String id() {
    return id;
  }

  String mailboxId() {
    return mailboxId;
  }

  public RecipientPattern pattern() {
    return new RecipientPattern(pattern);
  }

  public @Nullable String note() {
    return note;
  }

  public String addedBy() {
    return addedBy;
  }

  public long addedAt() {
    return addedAt;
  }
}
