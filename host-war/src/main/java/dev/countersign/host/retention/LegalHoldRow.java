package dev.countersign.host.retention;

import dev.countersign.host.ids.HoldId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An operator's word that something must not be erased, whatever its age. */
@Entity
@Table(name = "legal_holds")
public class LegalHoldRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "mailbox_id")
  private @Nullable String mailboxId;

  @Column(name = "message_id")
  private @Nullable String messageId;

  private String reason = "";

  @Column(name = "placed_by")
  private String placedBy = "";

  @Column(name = "placed_at")
  private long placedAt;

  @Column(name = "lifted_by")
  private @Nullable String liftedBy;

  @Column(name = "lifted_at")
  private @Nullable Long liftedAt;

  protected LegalHoldRow() {}

  /**
   * A hold from now on.
   *
   * @param place what it is on
   * @param placedBy public id of the operator
   */
  public LegalHoldRow(String tenantId, HeldPlace place, String reason, String placedBy, long now) {
    this.id = HoldId.mint().toString();
    this.tenantId = tenantId;
    this.mailboxId = place instanceof HeldPlace.OneMailbox(String held) ? held : null;
    this.messageId = place instanceof HeldPlace.OneMessage(String held) ? held : null;
    this.reason = reason;
    this.placedBy = placedBy;
    this.placedAt = now;
  }

  void lift(String by, long now) {
    liftedBy = by;
    liftedAt = now;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public @Nullable String mailboxId() {
    return mailboxId;
  }

  public @Nullable String messageId() {
    return messageId;
  }

  public String reason() {
    return reason;
  }

  public String placedBy() {
    return placedBy;
  }

  public long placedAt() {
    return placedAt;
  }

  public @Nullable String liftedBy() {
    return liftedBy;
  }

  public @Nullable Long liftedAt() {
    return liftedAt;
  }
}
