package dev.countersign.host.desk;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.host.transparency.LogKey;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The key of all logs, which is found by the tenant that runs the installation only. */
@ApplicationScoped
public class LogKeyDesk {
  private static final String OBJECT = "log";

  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Records records;
  @Inject LogKey key;

  /** {@return base64 of the key that signs from now on} The logs follow one by one. */
  public Decision<String> rotate(Speaker speaker) {
    return transactions.run(
        () ->
            records.operated(
                speaker,
                records.entry(speaker, Action.ROTATE_LOG_KEY).onNamed(OBJECT),
                () ->
                    tenants.tenant(speaker.tenantId()).runsInstallation()
                        ? new Decision.Allowed<>(key.rotate())
                        : new Decision.Refused<>(Refusal.NOT_FOUND)));
  }
}
