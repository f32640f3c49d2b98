package dev.countersign.host.domains;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The thresholds that an operator has set for a tenant. */
@Entity
@Table(name = "risk_standards")
public class RiskStandardRow {
  @Id
  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "flag_from")
  private int flagFrom;

  @Column(name = "block_above")
  private int blockAbove;

  protected RiskStandardRow() {}

  RiskStandardRow(String tenantId, RiskStandard standard) {
    this.tenantId = tenantId;
    this.flagFrom = standard.flagFrom();
    this.blockAbove = standard.blockAbove();
  }

  RiskStandard standard() {
    return new RiskStandard(flagFrom, blockAbove);
  }
}
