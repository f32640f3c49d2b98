package dev.countersign.host.api;

import dev.countersign.host.api.json.AccountJson;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.host.usage.Allowances;
import dev.countersign.host.usage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** An account as JSON, with what it has used up. */
@ApplicationScoped
class AccountViews {
  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Allowances allowances;
  @Inject Storage storage;
  @Inject Limits limits;
  @Inject InstantSource time;

  AccountJson of(TenantRow row) {
    return transactions.run(
        () ->
            AccountJson.of(
                row,
                overseer(row),
                new AccountJson.Numbers(
                    allowances.quota(row),
                    allowances.sentThisMonth(row, time.instant()),
                    allowances.warmupDays(row),
                    limits.value(Limit.MAILBOXES_PER_TENANT_COUNT),
                    storage.bytes(row.id()))));
  }

  private @Nullable String overseer(TenantRow row) {
    var person = row.overseerNo();
    return person.isPresent() ? tenants.principal(person.getAsLong()).address() : null;
  }
}
