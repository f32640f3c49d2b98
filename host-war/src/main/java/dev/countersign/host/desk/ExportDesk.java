package dev.countersign.host.desk;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Pauses;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Where an operator takes along all that an account has, mail included. */
@ApplicationScoped
public class ExportDesk {
  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Pauses pauses;
  @Inject Records records;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** {@return whose data may be written out, once} */
  public Decision<TenantRow> export(Speaker speaker) {
    return transactions.run(
        () -> {
          tenants.hold(speaker.tenantId());
          var tenant = tenants.tenant(speaker.tenantId());
          return records.operated(
              speaker,
              records.entry(speaker, Action.EXPORT_ACCOUNT).on(tenant.id()),
              () -> {
                pauses.take(
                    tenant.id(),
                    "export",
                    time.millis(),
                    limits.duration(Limit.ACCOUNT_EXPORT_PAUSE_MS));
                return new Decision.Allowed<>(tenant);
              });
        });
  }
}
