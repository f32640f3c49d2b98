package dev.countersign.host.domains;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The thresholds of tenants, in the database; the installation's where none are set. */
@ApplicationScoped
public class RiskStandards {
  @PersistenceContext EntityManager rows;
  @Inject Limits limits;

  /** Inside a transaction. */
  public RiskStandard of(String tenantId) {
    var row = rows.find(RiskStandardRow.class, tenantId);
    return row == null ? byDefault() : row.standard();
  }

  public RiskStandard byDefault() {
    return new RiskStandard(
        limits.count(Limit.RISK_FLAG_FROM_THOUSANDTHS),
        limits.count(Limit.RISK_BLOCK_ABOVE_THOUSANDTHS));
  }

  public void put(String tenantId, RiskStandard standard) {
    rows.merge(new RiskStandardRow(tenantId, standard));
  }
}
