package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One line of the record as stored. Nothing changes it. */
@Entity
@Table(name = "ledger_entries")
public class LedgerRow {
  private static final int OBJECT_CHARACTERS = 200;
  private static final int NOTE_CHARACTERS = 2000;

  @Id private String id = "";

  @Column(name = "tenant_id", updatable = false)
  private @Nullable String tenantId;

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

  @Column(updatable = false)
  private @Nullable String note;

  protected LedgerRow() {}

  LedgerRow(LedgerEntry entry) {
    id = LedgerEntryId.mint().toString();
    tenantId = entry.actor().tenantId();
    at = entry.at();
    requestId = entry.actor().requestId();
    actorRole = entry.actor().role();
    actorId = entry.actor().id();
    keyId = entry.actor().keyId();
    action = entry.action();
    objectId = asStored(entry.objectId(), OBJECT_CHARACTERS);
    if (entry.inForce() != null) {
      mailboxId = entry.inForce().mailboxId();
      oversightMode = entry.inForce().mode().wire();
      policyVersion = entry.inForce().version();
    }
    outcome = entry.refusal() == null ? "ok" : "refused";
    reason = entry.refusal();
    if (entry.about() != null) {
      status = entry.about().status().wire();
      digest = entry.about().digest().hex();
      risk = LedgerEntry.text(entry.about().risk());
    }
    note = asStored(entry.note(), NOTE_CHARACTERS);
  }

  // What callers name and servers say may be anything; nothing of it may keep the entry out.
  private static @Nullable String asStored(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    var clean = text.replace('\0', '?');
    return clean.substring(0, Math.min(clean.length(), longest));
  }

  public String id() {
    return id;
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

  public @Nullable String note() {
    return note;
  }
}
