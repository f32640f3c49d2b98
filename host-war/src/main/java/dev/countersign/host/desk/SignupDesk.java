package dev.countersign.host.desk;

import dev.countersign.host.firststart.Founding;
import dev.countersign.host.ids.TenantId;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.StandardPolicy;
import dev.countersign.host.signup.KeyHandovers;
import dev.countersign.host.signup.SignupRow;
import dev.countersign.host.signup.Slug;
import dev.countersign.host.signup.Slugs;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Founds the account that a person has confirmed: its operator, the person as overseer, an agent
 * with one mailbox. The agent's key is all that the agent gets; the keys to decide and to operate
 * are made when the person opens a link that only they were sent.
 */
@ApplicationScoped
public class SignupDesk {
  @Inject Founding founding;
  @Inject KeyDesk keys;
  @Inject MailboxDesk mailboxes;
  @Inject StandardPolicy policy;
  @Inject People people;
  @Inject KeyHandovers handovers;
  @Inject Slugs slugs;
  @Inject InstantSource time;

  /**
   * A new account.
   *
   * @param agentKey shown this once
   * @param handover what the link to the person's keys ends with
   */
  public record Account(TenantRow tenant, String agentKey, MailboxRow mailbox, String handover) {}

  /** Inside a transaction, for a wish whose code was right. */
  public Account found(SignupRow wish, String request) {
    long now = time.millis();
    var slug = freeSlug(wish, now);
    var tenant = new TenantRow(TenantId.mint(), wish.operatorName(), slug.text(), now);
    tenant.physicalAddress(wish.physicalAddress());
    var founder = founding.of(tenant, request).speaker();
    tenant.overseer(people.approver(tenant.id(), Optional.of(wish.email())));
    var holder = new KeyDesk.Holder(Role.AGENT, "agent", Optional.empty());
    var scopes = Scopes.of(EnumSet.of(Scope.READ, Scope.SEND));
    var key = allowed(keys.create(founder, "agent", holder, scopes, Optional.empty()).byOperator());
    var mailbox =
        allowed(
            mailboxes
                .create(
                    founder,
                    new MailboxDesk.Wanted(
                        slugs.mailbox(slug),
                        Optional.empty(),
                        wish.mode(),
                        policy.forNewMailboxes(),
                        new Members(),
                        row -> {}),
                    Optional.empty())
                .byOperator());
    wish.become(tenant.id());
    var handover = handovers.make(tenant.id(), founder.keyNo(), now);
    return new Account(tenant, key.secret().secret(), mailbox, handover);
  }

  /** Somebody may have taken the name since it was asked for. */
  private Slug freeSlug(SignupRow wish, long now) {
    var wanted = Slug.parse(wish.slug()).orElseThrow();
    return slugs.free(wanted, wish.email(), now)
        ? wanted
        : slugs.suggestions(wanted, now).stream()
            .findFirst()
            .flatMap(Slug::parse)
            .orElseThrow(() -> new IllegalStateException("no short name is free"));
  }

  static <T> T allowed(Decision<T> decision) {
    return switch (decision) {
      case Decision.Allowed<T>(T made) -> made;
      case Decision.Refused<T>(Refusal why) ->
          throw new IllegalStateException("a new tenant was refused its own start: " + why);
    };
  }
}
