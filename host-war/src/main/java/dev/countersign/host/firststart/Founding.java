package dev.countersign.host.firststart;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.ids.TenantId;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;

/** The kernel's new tenant, in rows: one operator with one key, and nothing else yet. */
@ApplicationScoped
class Founding {
  private static final String REQUEST = "first_start";

  @Inject Tenants tenants;
  @Inject Keys keys;
  @Inject Numbers numbers;
  @Inject InstantSource time;

  /** The founder, ready to speak, with the secret of the founder's key. */
  record Founded(Speaker speaker, ApiKey secret) {}

  Founded of(TenantId tenant, String operatorName) {
    long now = time.millis();
    tenants.add(new TenantRow(tenant, operatorName, slug(operatorName), now).running());
    var founder =
        tenants.add(
            new PrincipalRow(
                numbers.next(), tenant.toString(), Role.OPERATOR, operatorName, null, now));
    var secret = ApiKey.mint();
    var key = Key.founding(founder.principal());
    var row =
        keys.add(
            new KeyRow(
                numbers.next(), KeyId.mint(), "operator", secret, founder, founder, key, now));
    var who = founder.principal();
    var actor =
        new Actor(tenant.toString(), who.role().wire(), founder.id(), who.id(), row.id(), REQUEST);
    var speaker = new Speaker.KeyHolder(tenant.toString(), who, row.no(), actor);
    return new Founded(speaker, secret);
  }

  /** As identity claims name the operator: {@code Acme Corp.} is {@code acme-corp}. */
  static String slug(String name) {
    var slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "operator" : slug.substring(0, Math.min(slug.length(), 63));
  }
}
