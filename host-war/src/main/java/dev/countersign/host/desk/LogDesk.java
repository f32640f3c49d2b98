package dev.countersign.host.desk;

import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looking at single entries in a log. The server's own log is found by operators of the tenant that
 * runs the installation, every other by its tenant only.
 */
@ApplicationScoped
public class LogDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Records records;
  @Inject Tenants tenants;

  /**
   * {@return what {@code read} finds, if this speaker may look there}
   *
   * @param action the ledger's word for it
   * @param object what is looked at, in the ledger
   */
  public <T> Decision<T> look(
      Speaker speaker, LogId log, String action, String object, Supplier<Optional<T>> read) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          Decision<T> decision =
              switch (Authority.look(callers.of(speaker), Sight.LEDGER)) {
                case Decision.Refused<Boolean>(Refusal why) -> new Decision.Refused<>(why);
                case Decision.Allowed<Boolean> allowed ->
                    (concerns(speaker, log) ? read.get() : Optional.<T>empty())
                        .<Decision<T>>map(Decision.Allowed::new)
                        .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND));
              };
          return records.recorded(speaker, action, object, null, decision);
        });
  }

  private boolean concerns(Speaker speaker, LogId log) {
    return log.equals(LogId.SERVER)
        ? tenants.tenant(speaker.tenantId()).runsInstallation()
        : log.value().equals(speaker.tenantId());
  }
}
