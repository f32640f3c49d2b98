package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.Actions;
import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.TenantCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The stop on a whole tenant, and its end. */
@ApplicationScoped
public class TenantDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Tenants tenants;
  @Inject Outbox outbox;
  @Inject Records records;
  @Inject Views views;
  @Inject InstantSource time;

  /** {@return the speaker's tenant as it is after the call} */
  public Decision<TenantRow> call(Speaker speaker, TenantCall call) {
    return transactions.run(() -> changed(speaker, call));
  }

  private Decision<TenantRow> changed(Speaker speaker, TenantCall call) {
    tenants.hold(speaker.tenantId());
    var row = tenants.tenant(speaker.tenantId());
    boolean before = row.suspended();
    var asked = new AskedOfTenant.Stop(before, callers.of(speaker), call);
    var answer = asked.answer();
    Decision<TenantRow> decision =
        switch (answer) {
          case Decision.Refused<Boolean>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Boolean>(Boolean next) -> {
            row.become(next);
            if (next != before) {
              outbox.wake(row.id(), time.millis(), views::of);
            }
            yield new Decision.Allowed<>(row);
          }
        };
    return records.recorded(
        records.entry(speaker, Actions.of(call)).on(row.id()).showing(asked.kept(answer)),
        decision);
  }
}
