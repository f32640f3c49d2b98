package dev.countersign.host.desk;

import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** API keys: handing them out and taking them back. */
@ApplicationScoped
public class KeyDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Keys keys;
  @Inject Tenants tenants;
  @Inject People people;
  @Inject Numbers numbers;
  @Inject Records records;
  @Inject InstantSource time;

  /**
   * Whose the new key is to be.
   *
   * @param address the same address in the same role is the same principal; without one, somebody
   *     new
   */
  public record Holder(Role role, String name, Optional<String> address) {}

  /** A new key, with the secret that is shown this once. */
  public record Minted(KeyRow key, ApiKey secret) {}

  public Decision<Minted> create(Speaker speaker, String name, Holder holder, Scopes scopes) {
    return transactions.run(() -> created(speaker, name, holder, scopes));
  }

  private Decision<Minted> created(Speaker speaker, String name, Holder holder, Scopes scopes) {
    long now = time.millis();
    var caller = callers.of(speaker);
    var known =
        holder
            .address()
            .flatMap(address -> people.find(speaker.tenantId(), holder.role(), address));
    long holderNo = known.map(row -> row.principal().id()).orElseGet(numbers::next);
    var decision =
        Authority.createKey(
            now,
            false,
            caller,
            new Principal(holder.role(), holderNo),
            scopes,
            new Presented.None());
    return switch (decision) {
      case Decision.Refused<Key>(Refusal why) ->
          records.recorded(speaker, "create_key", null, null, new Decision.Refused<>(why));
      case Decision.Allowed<Key>(Key key) -> {
        var whose = known.orElseGet(() -> people.add(speaker.tenantId(), holderNo, holder));
        var secret = ApiKey.mint();
        var maker = tenants.principal(caller.who().id());
        var row = new KeyRow(numbers.next(), KeyId.mint(), name, secret, whose, maker, key, now);
        keys.add(row);
        yield records.recorded(
            speaker, "create_key", row.id(), null, new Decision.Allowed<>(new Minted(row, secret)));
      }
    };
  }

  public Decision<KeyRow> revoke(Speaker speaker, KeyId id) {
    return transactions.run(() -> revoked(speaker, id));
  }

  private Decision<KeyRow> revoked(Speaker speaker, KeyId id) {
    var found = keys.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return records.notFound(speaker, "revoke_key", id.toString());
    }
    var row = found.get();
    Decision<KeyRow> decision =
        switch (Authority.revokeKey(
            time.millis(), row.key(), row.no(), callers.of(speaker), new Presented.None())) {
          case Decision.Refused<Key>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Key>(Key next) -> {
            row.become(next);
            yield new Decision.Allowed<>(row);
          }
        };
    return records.recorded(speaker, "revoke_key", id.toString(), null, decision);
  }
}
