package dev.countersign.host.desk;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.host.transparency.store.LogId;
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
   * @param what is looked at, as the caller named it
   */
  public <T> Decision<T> look(
      Speaker speaker, LogId log, Action action, String what, Supplier<Optional<T>> read) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          return records.looked(
              speaker,
              records.entry(speaker, action).onNamed(what),
              Sight.LEDGER,
              () -> found(speaker, log, read));
        });
  }

  private <T> Decision<T> found(Speaker speaker, LogId log, Supplier<Optional<T>> read) {
    Optional<T> found = concerns(speaker, log) ? read.get() : Optional.empty();
    return found
        .<Decision<T>>map(Decision.Allowed::new)
        .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND));
  }

  private boolean concerns(Speaker speaker, LogId log) {
    return log.equals(LogId.SERVER)
        ? tenants.tenant(speaker.tenantId()).runsInstallation()
        : log.value().equals(speaker.tenantId());
  }
}
