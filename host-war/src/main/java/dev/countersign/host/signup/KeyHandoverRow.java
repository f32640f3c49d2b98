package dev.countersign.host.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A link by which a new tenant's overseer gets their keys, as stored: without its secret. */
@Entity
@Table(name = "key_handovers")
public class KeyHandoverRow {
  @Id
  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "secret_sha256")
  private String secretSha256 = "";

  @Column(name = "founding_key")
  private long foundingKey;

  @Column(name = "expires_at")
  private long expiresAt;

  @Version private long version;

  protected KeyHandoverRow() {}

  KeyHandoverRow(String tenantId, long foundingKey) {
    this.tenantId = tenantId;
    this.foundingKey = foundingKey;
  }

  /** From now on another link counts, and only that. */
  void become(String newSecretSha256, long newExpiresAt) {
    secretSha256 = newSecretSha256;
    expiresAt = newExpiresAt;
  }

  public String tenantId() {
    return tenantId;
  }

  /** The number of the founder's key, whose secret nobody ever saw. */
  public long foundingKey() {
    return foundingKey;
  }

  long expiresAt() {
    return expiresAt;
  }
}
