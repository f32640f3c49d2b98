package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.AskedOfKey;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.Tenants;
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
   * @param id of somebody who is there already, in whatever role; goes before the address
   */
  public record Holder(Role role, String name, Optional<String> address, Optional<String> id) {
    public Holder(Role role, String name, Optional<String> address) {
      this(role, name, address, Optional.empty());
    }
  }

  /** Whose a key with these scopes usually is; whether it may be is for the kernel to say. */
  public static Role usualHolder(Scopes scopes) {
    if (scopes.oversight()) {
      return Role.PERSON;
    }
    return scopes.admin() ? Role.OPERATOR : Role.AGENT;
  }

  /** A new key, with the secret that is shown this once. */
  public record Minted(KeyRow key, ApiKey secret) {}

  public Decision<Minted> create(Speaker speaker, String name, Holder holder, Scopes scopes) {
    return transactions.run(() -> created(speaker, name, holder, scopes));
  }

  private Decision<Minted> created(Speaker speaker, String name, Holder holder, Scopes scopes) {
    tenants.hold(speaker.tenantId());
    long now = time.millis();
    var caller = callers.of(speaker);
    var known = people.find(speaker.tenantId(), holder);
    if (known.isEmpty() && holder.id().isPresent()) {
      return records.notFound(speaker, Action.CREATE_KEY, holder.id().get());
    }
    var who =
        known
            .map(PrincipalRow::principal)
            .orElseGet(() -> new Principal(holder.role(), numbers.next()));
    var asked = new AskedOfKey.Create(now, false, caller, who, scopes, new Presented.None());
    var answer = asked.answer();
    var entry = records.entry(speaker, Action.CREATE_KEY).showing(asked.kept(answer));
    return switch (answer) {
      case Decision.Refused<Key>(Refusal why) ->
          records.recorded(entry, new Decision.Refused<>(why));
      case Decision.Allowed<Key>(Key key) -> {
        var whose = known.orElseGet(() -> people.add(speaker.tenantId(), who.id(), holder));
        var secret = ApiKey.mint();
        var maker = tenants.principal(caller.who().id());
        var row = new KeyRow(numbers.next(), KeyId.mint(), name, secret, whose, maker, key, now);
        keys.add(row);
        yield records.recorded(entry.on(row.id()), new Decision.Allowed<>(new Minted(row, secret)));
      }
    };
  }

  public Decision<KeyRow> revoke(Speaker speaker, KeyId id) {
    return transactions.run(() -> revoked(speaker, id));
  }

  private Decision<KeyRow> revoked(Speaker speaker, KeyId id) {
    tenants.hold(speaker.tenantId());
    var found = keys.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return records.notFound(speaker, Action.REVOKE_KEY, id.toString());
    }
    var row = found.get();
    var asked =
        new AskedOfKey.Revoke(
            time.millis(), row.key(), row.no(), callers.of(speaker), new Presented.None());
    var answer = asked.answer();
    Decision<KeyRow> decision =
        switch (answer) {
          case Decision.Refused<Key>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Key>(Key next) -> {
            row.become(next);
            yield new Decision.Allowed<>(row);
          }
        };
    return records.recorded(
        records.entry(speaker, Action.REVOKE_KEY).on(row.id()).showing(asked.kept(answer)),
        decision);
  }
}
