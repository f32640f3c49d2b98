package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One entry as stored: the signed leaf, and columns to find it by. Nothing changes it. */
@Entity
@Table(name = "ledger_entries")
public class LedgerRow {
  @Id private String id = "";

  @Column(name = "tenant_id", updatable = false)
  private String tenantId = "";

  @Column(updatable = false)
  private long at;

  @Column(name = "request_id", updatable = false)
  private String requestId = "";

  @Column(name = "actor_role", updatable = false)
  private String actorRole = "";

  @Column(name = "actor_id", updatable = false)
  private String actorId = "";

  @Column(name = "key_id", updatable = false)
  private @Nullable String keyId;

  @Column(updatable = false)
  private String action = "";

  @Column(name = "object_id", updatable = false)
  private @Nullable String objectId;

  @Column(name = "mailbox_id", updatable = false)
  private @Nullable String mailboxId;

  @Column(name = "oversight_mode", updatable = false)
  private @Nullable String oversightMode;

  @Column(name = "policy_version", updatable = false)
  private @Nullable Long policyVersion;

  @Column(updatable = false)
  private String outcome = "";

  @Column(updatable = false)
  private @Nullable String reason;

  @Column(updatable = false)
  private @Nullable String status;

  @Column(updatable = false)
  private @Nullable String digest;

  @Column(updatable = false)
  private @Nullable String risk;

  // Drawn by the database.
  @Column(insertable = false, updatable = false)
  private long arrival;

  @Column(updatable = false)
  private @Nullable String leaf;

  // Set by the sequencer alone, once.
  @Column(name = "log_index", insertable = false, updatable = false)
  private @Nullable Long logIndex;

  protected LedgerRow() {}

  LedgerRow(LedgerEntryId minted, LedgerEntry entry, String signed) {
    id = minted.toString();
    leaf = signed;
    tenantId = entry.actor().log();
    at = entry.at();
    requestId = entry.actor().requestId();
    actorRole = entry.actor().role();
    actorId = entry.actor().id();
    keyId = entry.actor().keyId();
    action = entry.action().wire();
    objectId = entry.mintedObject();
    if (entry.inForce() != null) {
      mailboxId = entry.inForce().mailboxId();
      oversightMode = entry.inForce().mode().wire();
      policyVersion = entry.inForce().version();
    }
    outcome = entry.outcome();
    reason = entry.refusal();
    if (entry.about() != null) {
      status = entry.about().status().wire();
      digest = entry.about().digest().hex();
      risk = LedgerEntry.text(entry.about().risk());
    }
  }

  public String id() {
    return id;
  }

  /** {@return whose log it is in: a tenant's id, or {@code server}} */
  public String tenantId() {
    return tenantId;
  }

  public long at() {
    return at;
  }

  public String requestId() {
    return requestId;
  }

  public String actorRole() {
    return actorRole;
  }

  public String actorId() {
    return actorId;
  }

  public @Nullable String keyId() {
    return keyId;
  }

  public String action() {
    return action;
  }

  public @Nullable String objectId() {
    return objectId;
  }

  public @Nullable String mailboxId() {
    return mailboxId;
  }

  public @Nullable String oversightMode() {
    return oversightMode;
  }

  public @Nullable Long policyVersion() {
    return policyVersion;
  }

  public String outcome() {
    return outcome;
  }

  public @Nullable String reason() {
    return reason;
  }

  public @Nullable String status() {
    return status;
  }

  public @Nullable String digest() {
    return digest;
  }

  public @Nullable String risk() {
    return risk;
  }

  /** {@return the signed text; null in entries from before there were leaves} */
  public @Nullable String leaf() {
    return leaf;
  }

  /** {@return the entry's place in the order of all that was written, with gaps} */
  public long arrival() {
    return arrival;
  }

  /** {@return the entry's place in its tenant's log; null until it is sequenced} */
  public @Nullable Long logIndex() {
    return logIndex;
  }
}
