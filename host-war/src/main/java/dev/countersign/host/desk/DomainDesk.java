package dev.countersign.host.desk;

import dev.countersign.host.dkim.SendingDomainRow;
import dev.countersign.host.dkim.SendingDomains;
import dev.countersign.host.ids.DomainId;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Function;

/** Sending domains: taking one up, and whether its mail is signed. */
@ApplicationScoped
public class DomainDesk {
  private static final String ADD = "add_domain";
  private static final String SET = "set_domain";

  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject SendingDomains domains;
  @Inject Records records;
  @Inject InstantSource time;

  /** Takes up a domain, with new keys that do not sign yet. */
  public Decision<SendingDomainRow> add(Speaker speaker, String domain) {
    return transactions.run(
        () ->
            records.recorded(
                speaker, ADD, domain, null, allowed(speaker, ok -> added(speaker, domain))));
  }

  private Decision<SendingDomainRow> added(Speaker speaker, String domain) {
    return domains.named(speaker.tenantId(), domain).isPresent()
        ? new Decision.Refused<>(Refusal.ALREADY_EXISTS)
        : new Decision.Allowed<>(domains.make(speaker.tenantId(), domain, time.millis()));
  }

  /** Mail from the domain is signed from now on, or not any more. */
  public Decision<SendingDomainRow> signing(Speaker speaker, DomainId id, boolean on) {
    return transactions.run(
        () ->
            records.recorded(
                speaker,
                SET,
                id.toString(),
                null,
                allowed(speaker, ok -> set(speaker, id, on)),
                "dkim_signing " + on));
  }

  private Decision<SendingDomainRow> set(Speaker speaker, DomainId id, boolean on) {
    var found = domains.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return new Decision.Refused<>(Refusal.NOT_FOUND);
    }
    found.get().signing(on);
    return new Decision.Allowed<>(found.get());
  }

  private Decision<SendingDomainRow> allowed(
      Speaker speaker, Function<Boolean, Decision<SendingDomainRow>> change) {
    return switch (Authority.operate(callers.of(speaker))) {
      case Decision.Refused<Boolean>(Refusal why) -> new Decision.Refused<>(why);
      case Decision.Allowed<Boolean>(Boolean ok) -> change.apply(ok);
    };
  }
}
