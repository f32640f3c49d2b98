package dev.countersign.conformance.simulation;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ids.TenantId;
import dev.countersign.host.keys.ApiKey;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.util.List;
import java.util.Random;

/** Who is there in every schedule: an operator, an agent and two people, with a mailbox. */
final class Cast {
  private static final Scopes ADMIN = new Scopes(true, false, false, true);
  private static final Scopes SENDING = new Scopes(true, true, false, false);
  private static final Scopes DECIDING = new Scopes(true, false, true, false);
  private static final List<Mode> SENDING_MODES =
      List.of(Mode.GATED_ALL, Mode.GATED_SEND, Mode.MONITORED, Mode.AUTONOMOUS);
  private static final ApiKey SECRET = ApiKey.mint();
  private static final long BORN = 1_600_000_000_000L;

  final TenantRow tenant = new TenantRow(TenantId.mint(), "Tenant", "operator", BORN);
  final KeyRow operator = key(1, Role.OPERATOR, ADMIN);
  final KeyRow agent = key(2, Role.AGENT, SENDING);
  final KeyRow ann = key(3, Role.PERSON, DECIDING);
  final KeyRow bob = key(4, Role.PERSON, DECIDING);

  private KeyRow key(long no, Role role, Scopes scopes) {
    var holder =
        new PrincipalRow(no, tenant.id(), role, "p" + no, "p" + no + "@host.example", BORN);
    var key = new Key(holder.principal(), holder.principal(), scopes, true);
    return new KeyRow(10 + no, KeyId.mint(), "k" + no, SECRET, holder, holder, key, BORN);
  }

  /** Founds the tenant with a mailbox of its own kind. */
  MailboxRow found(Store store, Random random) {
    store.found(tenant);
    for (var key : new KeyRow[] {operator, agent, ann, bob}) {
      store.found(key.holder());
      store.found(key);
    }
    var policy = new Policy(1 + random.nextInt(2), 500, false, 3_600_000, true, 3);
    var mode = SENDING_MODES.get(random.nextInt(SENDING_MODES.size()));
    var mailbox = new Mailbox(mode, policy, false, false);
    var row = new MailboxRow(20, MailboxId.mint(), "box@host.example", ann.holder(), mailbox, BORN);
    store.found(row);
    return row;
  }

  /** The holder of this key, in a request of this name. */
  Speaker speaking(KeyRow key, String request) {
    var who = key.key().holder();
    var actor =
        new Actor(tenant.id(), who.role().wire(), key.holder().id(), who.id(), key.id(), request);
    return new Speaker.KeyHolder(tenant.id(), who, key.no(), actor);
  }
}
