package dev.countersign.host.desk;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What tenants have to say to whoever runs the installation. */
@ApplicationScoped
public class FeedbackDesk {
  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Records records;

  /** Records that somebody says something; the words themselves go by mail. */
  public Decision<Boolean> give(Speaker speaker, String subject) {
    return transactions.run(
        () ->
            records.annotated(
                speaker,
                records.entry(speaker, Action.GIVE_FEEDBACK).noting(subject),
                () -> new Decision.Allowed<>(true)));
  }

  /** Where the overseer of the tenant that runs the installation is reached. */
  public Optional<String> operatorAddress() {
    return transactions.run(
        () ->
            tenants.ids().stream()
                .map(tenants::tenant)
                .filter(tenant -> tenant.runsInstallation() && tenant.overseerNo().isPresent())
                .map(tenant -> tenants.principal(tenant.overseerNo().getAsLong()))
                .flatMap(person -> Optional.ofNullable(person.address()).stream())
                .findFirst());
  }
}
