package dev.countersign.host.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The code that is out to delete an account: its SHA-256, never itself. */
@Entity
@Table(name = "deletion_codes")
public class DeletionCodeRow {
  @Id
  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "secret_sha256")
  private String secretSha256 = "";

  @Column(name = "asked_at")
  private long askedAt;

  @Column(name = "expires_at")
  private long expiresAt;

  private int tries;

  protected DeletionCodeRow() {}

  DeletionCodeRow(String tenantId) {
    this.tenantId = tenantId;
  }

  void become(String sha256, long now, long expires) {
    secretSha256 = sha256;
    askedAt = now;
    expiresAt = expires;
    tries = 0;
  }

  void tried() {
    tries++;
  }

  String secretSha256() {
    return secretSha256;
  }

  long askedAt() {
    return askedAt;
  }

  long expiresAt() {
    return expiresAt;
  }

  int tries() {
    return tries;
  }
}
