package dev.countersign.host.api;

import dev.countersign.host.api.json.RetentionJson;
import dev.countersign.host.retention.LegalHolds;
import dev.countersign.host.retention.RetentionPolicies;
import dev.countersign.host.retention.RetentionRuns;
import dev.countersign.host.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Retention as JSON. Called inside a transaction. */
@ApplicationScoped
public class RetentionViews {
  private static final int RUNS = 100;

  @Inject Tenants tenants;
  @Inject RetentionPolicies policies;
  @Inject LegalHolds holds;
  @Inject RetentionRuns runs;

  /** The policy in force with its bounds, the holds in number, and the latest runs. */
  public RetentionJson of(String tenantId) {
    return RetentionJson.of(
        policies.inForce(tenants.tenant(tenantId)),
        policies.byDefault(),
        policies.atLeast(),
        policies.set(tenantId).orElse(null),
        holds.inForce(tenantId),
        runs.latest(tenantId, RUNS));
  }
}
