package dev.countersign.host.desk;

import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.signup.KeyHandoverRow;
import dev.countersign.host.signup.KeyHandovers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Where the overseer of a new account gets the two keys that its agent may not have. They are made
 * by the founder's key, which is revoked then: nobody ever saw its secret.
 */
@ApplicationScoped
public class HandoverDesk {
  @Inject Transactions transactions;
  @Inject KeyHandovers handovers;
  @Inject KeyDesk desk;
  @Inject Keys keys;
  @Inject Tenants tenants;
  @Inject InstantSource time;

  /** Both are shown this once. */
  public record Handed(String tenant, String oversightKey, String operatorKey) {}

  public boolean known(String secret) {
    return transactions.run(() -> handovers.find(secret, time.millis()).isPresent());
  }

  /** Empty for a link that was used, is too old, or never was. */
  public Optional<Handed> take(String secret, String request) {
    return transactions.run(
        () -> handovers.find(secret, time.millis()).map(row -> handed(row, request)));
  }

  private Handed handed(KeyHandoverRow row, String request) {
    var founding = keys.find(row.foundingKey()).orElseThrow();
    var founder = speaker(founding, request);
    var tenant = tenants.tenant(row.tenantId());
    var overseer = tenants.principal(tenant.overseerNo().orElseThrow());
    var oversight =
        made(
            founder,
            new KeyDesk.Holder(
                Role.PERSON,
                overseer.name(),
                Optional.ofNullable(overseer.address()),
                Optional.of(overseer.id())),
            Scope.OVERSIGHT);
    var operator =
        made(
            founder,
            new KeyDesk.Holder(
                Role.OPERATOR,
                founding.holder().name(),
                Optional.empty(),
                Optional.of(founding.holder().id())),
            Scope.ADMIN);
    SignupDesk.allowed(
        desk.revoke(founder, KeyId.parse(founding.id()).orElseThrow(), Optional.empty())
            .byOperator());
    handovers.used(row);
    return new Handed(tenant.id(), oversight, operator);
  }

  private String made(Speaker.KeyHolder founder, KeyDesk.Holder holder, Scope scope) {
    var minted =
        desk.create(founder, scope.wire(), holder, Scopes.of(EnumSet.of(scope)), Optional.empty())
            .byOperator();
    return SignupDesk.allowed(minted).secret().secret();
  }

  private static Speaker.KeyHolder speaker(KeyRow key, String request) {
    var holder = key.holder();
    var who = holder.principal();
    var actor =
        new Actor(key.tenantId(), who.role().wire(), holder.id(), who.id(), key.id(), request);
    return new Speaker.KeyHolder(key.tenantId(), who, key.no(), actor);
  }
}
