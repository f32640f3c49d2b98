package dev.countersign.host.firststart;

import dev.countersign.host.desk.Coded;
import dev.countersign.host.desk.KeyDesk;
import dev.countersign.host.desk.MailboxDesk;
import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ids.TenantId;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.StandardPolicy;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * What a new installation begins with: a tenant whose operator hands out two more keys and creates
 * one mailbox, by the same path as any later call.
 */
@ApplicationScoped
public class FirstStart {
  private static final String REQUEST = "first_start";

  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Founding founding;
  @Inject KeyDesk keys;
  @Inject MailboxDesk mailboxes;
  @Inject StandardPolicy policy;
  @Inject FirstRunFile file;
  @Inject FirstRunSettings settings;
  @Inject InstantSource time;

  /** The keys are shown in the file only, so the file is ready before the keys are valid. */
  public void run() {
    if (transactions.run(tenants::none)) {
      transactions.run(
          () -> {
            file.prepare(make().env());
            return true;
          });
    }
    file.finish();
  }

  private FirstRun make() {
    var tenant = TenantId.mint();
    var name = settings.operatorName();
    var row = new TenantRow(tenant, name, Founding.slug(name), time.millis()).running();
    var founded = founding.of(row, REQUEST);
    var operator = founded.speaker();
    var agent =
        key(operator, "agent", Role.AGENT, Optional.empty(), Set.of(Scope.READ, Scope.SEND));
    var person =
        key(
            operator,
            "approver",
            Role.PERSON,
            Optional.of(settings.approverAddress()),
            Set.of(Scope.OVERSIGHT));
    tenants.tenant(tenant.toString()).overseer(person.key().holder());
    var mailbox = mailbox(operator);
    return new FirstRun(
        settings.url(),
        tenant.toString(),
        agent.secret().secret(),
        person.secret().secret(),
        founded.secret().secret(),
        mailbox.id(),
        mailbox.address());
  }

  private KeyDesk.Minted key(
      Speaker.KeyHolder operator,
      String name,
      Role role,
      Optional<String> address,
      Set<Scope> scopes) {
    var holder = new KeyDesk.Holder(role, name, address);
    return allowed(keys.create(operator, name, holder, Scopes.of(scopes), Optional.empty()));
  }

  private MailboxRow mailbox(Speaker.KeyHolder operator) {
    return allowed(
        mailboxes.create(
            operator,
            new MailboxDesk.Wanted(
                settings.mailboxAddress(),
                Optional.empty(),
                Mode.GATED_SEND,
                policy.forNewMailboxes(),
                new Members(),
                row -> {}),
            Optional.empty()));
  }

  private static <T> T allowed(Coded<T> coded) {
    return switch (coded.byOperator()) {
      case Decision.Allowed<T>(T made) -> made;
      case Decision.Refused<T>(var why) ->
          throw new IllegalStateException("a new tenant was refused its own start: " + why);
    };
  }
}
