package dev.countersign.host.retention;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.tenants.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The policies in force: what an operator set, else the defaults. */
@ApplicationScoped
public class RetentionPolicies {
  @PersistenceContext EntityManager rows;
  @Inject Limits limits;

  /** Of a tenant that was deleted, nothing is kept. */
  public RetentionPolicy inForce(TenantRow tenant) {
    return tenant.deleted()
        ? RetentionPolicy.NOTHING
        : set(tenant.id()).map(RetentionPolicyRow::policy).orElseGet(this::byDefault);
  }

  /** As an operator set it, if one did. */
  public Optional<RetentionPolicyRow> set(String tenantId) {
    return Optional.ofNullable(rows.find(RetentionPolicyRow.class, tenantId));
  }

  public RetentionPolicy byDefault() {
    return new RetentionPolicy(
        limits.count(Limit.RETENTION_CONTENT_DEFAULT_DAYS),
        limits.count(Limit.RETENTION_LEDGER_PERSONAL_DEFAULT_DAYS),
        limits.count(Limit.RETENTION_WEBHOOK_HISTORY_DEFAULT_DAYS));
  }

  /** No policy keeps anything for fewer days. */
  public RetentionPolicy atLeast() {
    return new RetentionPolicy(
        limits.count(Limit.RETENTION_CONTENT_LEAST_DAYS),
        limits.count(Limit.RETENTION_LEDGER_PERSONAL_LEAST_DAYS),
        limits.count(Limit.RETENTION_WEBHOOK_HISTORY_LEAST_DAYS));
  }

  public void put(String tenantId, RetentionPolicy policy, String by, long now) {
    var row = set(tenantId).orElseGet(() -> added(tenantId));
    row.become(policy, by, now);
  }

  private RetentionPolicyRow added(String tenantId) {
    var row = new RetentionPolicyRow(tenantId);
    rows.persist(row);
    return row;
  }
}
