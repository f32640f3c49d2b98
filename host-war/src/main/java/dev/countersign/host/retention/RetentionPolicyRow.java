package dev.countersign.host.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A tenant's policy as an operator set it. */
@Entity
@Table(name = "retention_policies")
public class RetentionPolicyRow {
  @Id
  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "content_days")
  private int contentDays;

  @Column(name = "ledger_personal_days")
  private int ledgerPersonalDays;

  @Column(name = "webhook_history_days")
  private int webhookHistoryDays;

  @Column(name = "set_by")
  private String setBy = "";

  @Column(name = "set_at")
  private long setAt;

  @Version private long version;

  protected RetentionPolicyRow() {}

  RetentionPolicyRow(String tenantId) {
    this.tenantId = tenantId;
  }

  void become(RetentionPolicy policy, String by, long now) {
    contentDays = policy.contentDays();
    ledgerPersonalDays = policy.ledgerPersonalDays();
    webhookHistoryDays = policy.webhookHistoryDays();
    setBy = by;
    setAt = now;
  }

  RetentionPolicy policy() {
    return new RetentionPolicy(contentDays, ledgerPersonalDays, webhookHistoryDays);
  }

  public String setBy() {
    return setBy;
  }

  public long setAt() {
    return setAt;
  }
}
