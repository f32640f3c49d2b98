package dev.countersign.host.domains;

import dev.countersign.kernel.DomainOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** An operator's word about a domain and all names below it, until it expires. */
@Entity
@Table(name = "domain_overrides")
@IdClass(OverrideRow.Name.class)
public class OverrideRow {
  /** One word about a domain counts at a time. */
  public record Name(String tenantId, String domain) implements Serializable {}

  @Id
  @Column(name = "tenant_id")
  private String tenantId = "";

  @Id private String domain = "";

  @Enumerated(EnumType.STRING)
  private DomainOverride word = DomainOverride.NONE;

  private String reason = "";

  @Column(name = "made_by")
  private String madeBy = "";

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "expires_at")
  private long expiresAt;

  protected OverrideRow() {}

  public OverrideRow(
      Name name,
      DomainOverride word,
      String reason,
      String madeBy,
      long createdAt,
      long expiresAt) {
    this.tenantId = name.tenantId();
    this.domain = name.domain();
    this.word = word;
    this.reason = reason;
    this.madeBy = madeBy;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  public String domain() {
    return domain;
  }

  public DomainOverride word() {
    return word;
  }

  public String reason() {
    return reason;
  }

  public String madeBy() {
    return madeBy;
  }

  public long createdAt() {
    return createdAt;
  }

  public long expiresAt() {
    return expiresAt;
  }
}
