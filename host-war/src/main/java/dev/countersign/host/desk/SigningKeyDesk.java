package dev.countersign.host.desk;

import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signing keys: letting a new one sign, and taking back the trust in one. Every tenant has its own;
 * the service's are found by the tenant that runs the installation only.
 */
@ApplicationScoped
public class SigningKeyDesk {
  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject SigningKeys keys;
  @Inject Records records;

  /**
   * A new key signs from now on, and the one before it no more.
   *
   * @param kid a key that is in the store already; empty for one to be made
   * @return the owner's public keys, newest first
   */
  public Decision<JwkSet> rotate(Speaker speaker, KeyOwner owner, Optional<String> kid) {
    return transactions.run(
        () ->
            changed(
                speaker,
                Action.ROTATE_SIGNING_KEY,
                kid.orElse(owner.published()),
                null,
                () ->
                    concerns(speaker, owner)
                        ? kid.map(known -> keys.rotateTo(owner, known))
                            .orElseGet(() -> Optional.of(keys.rotate(owner)))
                        : Optional.empty()));
  }

  /**
   * Nothing under this key counts from now on, whenever it was signed.
   *
   * @return the public keys of its owner, newest first
   */
  public Decision<JwkSet> revoke(Speaker speaker, String kid, String reason) {
    return transactions.run(
        () ->
            changed(
                speaker,
                Action.REVOKE_SIGNING_KEY,
                kid,
                reason,
                () -> revoked(speaker, kid, reason)));
  }

  private Optional<JwkSet> revoked(Speaker speaker, String kid, String reason) {
    var own = keys.revoke(new KeyOwner.Tenant(speaker.tenantId()), kid, reason);
    var service = new KeyOwner.Service();
    return own.isEmpty() && concerns(speaker, service) ? keys.revoke(service, kid, reason) : own;
  }

  private boolean concerns(Speaker speaker, KeyOwner owner) {
    return switch (owner) {
      case KeyOwner.Tenant tenant -> tenant.id().equals(speaker.tenantId());
      case KeyOwner.Service service -> tenants.tenant(speaker.tenantId()).runsInstallation();
    };
  }

  private Decision<JwkSet> changed(
      Speaker speaker,
      Action action,
      String object,
      @Nullable String note,
      Supplier<Optional<JwkSet>> change) {
    return records.operated(
        speaker,
        records.entry(speaker, action).onNamed(object).noting(note),
        () ->
            change
                .get()
                .<Decision<JwkSet>>map(Decision.Allowed::new)
                .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND)));
  }
}
