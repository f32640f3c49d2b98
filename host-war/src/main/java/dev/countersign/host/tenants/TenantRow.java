package dev.countersign.host.tenants;

import dev.countersign.host.ids.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A tenant as stored. */
@Entity
@Table(name = "tenants")
public class TenantRow {
  @Id private String id = "";
  private String name = "";

  @Column(name = "operator_slug")
  private String operatorSlug = "";

  @Column(name = "verified_operator")
  private boolean verifiedOperator;

  private boolean suspended;

  @Column(name = "runs_installation")
  private boolean runsInstallation;

  @Column(name = "overseer_no")
  private @Nullable Long overseerNo;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "deleted_at")
  private @Nullable Long deletedAt;

  @Column(name = "physical_address")
  private @Nullable String physicalAddress;

  @Column(name = "monthly_quota")
  private @Nullable Integer monthlyQuota;

  @Column(name = "warmup_days")
  private @Nullable Integer warmupDays;

  @Version private long version;

  protected TenantRow() {}

  public TenantRow(TenantId id, String name, String operatorSlug, long createdAt) {
    this.id = id.toString();
    this.name = name;
    this.operatorSlug = operatorSlug;
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** How the operator is named in identity claims. */
  public String operatorSlug() {
    return operatorSlug;
  }

  public boolean verifiedOperator() {
    return verifiedOperator;
  }

  /** Its operators run the installation: they rotate the service's own keys. */
  public boolean runsInstallation() {
    return runsInstallation;
  }

  /** As the tenant that the installation begins with. */
  public TenantRow running() {
    runsInstallation = true;
    return this;
  }

  /** Nobody can call any more, and nothing is kept that can go. */
  public boolean deleted() {
    return deletedAt != null;
  }

  /** The ledger stays, and with it the id; names go. */
  public void delete(long now) {
    name = "";
    operatorSlug = "deleted";
    deletedAt = now;
  }

  public boolean suspended() {
    return suspended;
  }

  /** Who approves for mailboxes that name nobody themselves. */
  public OptionalLong overseerNo() {
    return overseerNo == null ? OptionalLong.empty() : OptionalLong.of(overseerNo);
  }

  public void overseer(PrincipalRow person) {
    overseerNo = person.principal().id();
  }

  public void rename(String newName) {
    name = newName;
  }

  public @Nullable String physicalAddress() {
    return physicalAddress;
  }

  public void physicalAddress(@Nullable String text) {
    physicalAddress = text;
  }

  /** Messages in a month, as the operator allows; 0 for any number, null for the server's limit. */
  public @Nullable Integer monthlyQuota() {
    return monthlyQuota;
  }

  public void monthlyQuota(@Nullable Integer count) {
    monthlyQuota = count;
  }

  /** Days for which a new mailbox is held to a ramp, likewise. */
  public @Nullable Integer warmupDays() {
    return warmupDays;
  }

  public void warmupDays(@Nullable Integer days) {
    warmupDays = days;
  }

  public void become(boolean nowSuspended) {
    suspended = nowSuspended;
  }
}
