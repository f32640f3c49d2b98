package dev.countersign.host.suppression;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ids.SuppressionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An address that a tenant's mail does not go to, as stored. */
@Entity
@Table(name = "suppressions")
public class SuppressionRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String address = "";

  @Enumerated(EnumType.STRING)
  private Reason reason = Reason.MANUAL;

  @Column(name = "mailbox_id")
  private @Nullable String mailboxId;

  @Column(name = "created_at")
  private long createdAt;

  protected SuppressionRow() {}

  SuppressionRow(
      SuppressionId id,
      String tenantId,
      String address,
      Reason reason,
      Optional<MailboxId> mailbox,
      long now) {
    this.id = id.toString();
    this.tenantId = tenantId;
    this.address = address;
    this.reason = reason;
    this.mailboxId = mailbox.map(MailboxId::toString).orElse(null);
    this.createdAt = now;
  }

  /** Nothing changes where the old reason weighs as much. */
  void strengthen(Reason other, Optional<MailboxId> mailbox, long now) {
    if (other.outweighs(reason)) {
      reason = other;
      mailboxId = mailbox.map(MailboxId::toString).orElse(null);
      createdAt = now;
    }
  }

  public String id() {
    return id;
  }

  /** In lower case. */
  public String address() {
    return address;
  }

  public Reason reason() {
    return reason;
  }

  /** The mailbox whose mail was the occasion, where there was one. */
  public @Nullable String mailboxId() {
    return mailboxId;
  }

  public long createdAt() {
    return createdAt;
  }
}
