package dev.countersign.host.api.access;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Turns a presented key into whoever holds it. */
@ApplicationScoped
class Authentication {
  @Inject Transactions transactions;
  @Inject Keys keys;

  /**
   * @param callId minted here for this one call
   */
  Credential of(Optional<ApiKey> presented, String callId) {
    return presented
        .flatMap(secret -> transactions.run(() -> keys.presented(secret)))
        .map(row -> known(row, callId))
        .orElseGet(() -> new Credential.Unknown(Actor.anonymous(callId)));
  }

  private static Credential known(KeyRow row, String callId) {
    var holder = row.holder();
    var who = holder.principal();
    var actor =
        new Actor(
            row.tenantId(),
            who.role().wire(),
            holder.id(),
            holder.principal().id(),
            row.id(),
            callId);
    return row.key().live()
        ? new Credential.Live(new Speaker.KeyHolder(row.tenantId(), who, row.no(), actor))
        : new Credential.Revoked(actor);
  }
}
