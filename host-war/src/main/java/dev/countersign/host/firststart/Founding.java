package dev.countersign.host.firststart;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.desk.asked.AskedOfKey;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;

/** The kernel's new tenant, in rows: one operator with one key, and nothing else yet. */
@ApplicationScoped
public class Founding {
  @Inject Tenants tenants;
  @Inject Keys keys;
  @Inject Numbers numbers;
  @Inject Ledger ledger;
  @Inject InstantSource time;

  /** The founder, ready to speak, with the secret of the founder's key. */
  public record Founded(Speaker.KeyHolder speaker, ApiKey secret) {}

  /**
   * Inside a transaction.
   *
   * @param tenant with its id, name and slug, and nothing that hangs on it
   * @param request the id of the call that it is founded by
   */
  public Founded of(TenantRow tenant, String request) {
    long now = time.millis();
    tenants.add(tenant);
    var founder =
        tenants.add(
            new PrincipalRow(numbers.next(), tenant.id(), Role.OPERATOR, tenant.name(), null, now));
    var secret = ApiKey.mint();
    var asked = new AskedOfKey.Found(now, founder.principal());
    var answer = asked.answer();
    var row =
        keys.add(
            new KeyRow(
                numbers.next(),
                KeyId.mint(),
                "operator",
                secret,
                founder,
                founder,
                key(answer),
                now));
    var who = founder.principal();
    var actor =
        new Actor(tenant.id(), who.role().wire(), founder.id(), who.id(), row.id(), request);
    ledger.append(
        LedgerEntry.of(now, actor, Action.FOUND_TENANT).on(row.id()).showing(asked.kept(answer)));
    var speaker = new Speaker.KeyHolder(tenant.id(), who, row.no(), actor);
    return new Founded(speaker, secret);
  }

  private static Key key(Decision<Key> answer) {
    return switch (answer) {
      case Decision.Allowed<Key>(Key key) -> key;
      case Decision.Refused<Key>(Refusal why) ->
          throw new IllegalStateException("a new tenant was refused its own start: " + why);
    };
  }

  /** As identity claims name the operator: {@code Acme Corp.} is {@code acme-corp}. */
  public static String slug(String name) {
    var slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "operator" : slug.substring(0, Math.min(slug.length(), 63));
  }
}
