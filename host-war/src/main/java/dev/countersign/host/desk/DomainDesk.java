package dev.countersign.host.desk;

import dev.countersign.host.dkim.SendingDomainRow;
import dev.countersign.host.dkim.SendingDomains;
import dev.countersign.host.ids.DomainId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Sending domains: taking one up, and whether its mail is signed. */
@ApplicationScoped
public class DomainDesk {
  @Inject Transactions transactions;
  @Inject SendingDomains domains;
  @Inject Records records;
  @Inject InstantSource time;

  /** Takes up a domain, with new keys that do not sign yet. */
  public Decision<SendingDomainRow> add(Speaker speaker, String domain) {
    return transactions.run(
        () ->
            records.operated(
                speaker,
                records.entry(speaker, Action.ADD_DOMAIN).onTyped(domain),
                () -> added(speaker, domain)));
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
            records.operated(
                speaker,
                records
                    .entry(speaker, Action.SET_DOMAIN)
                    .onNamed(id.toString())
                    .noting("dkim_signing " + on),
                () -> set(speaker, id, on)));
  }

  private Decision<SendingDomainRow> set(Speaker speaker, DomainId id, boolean on) {
    var found = domains.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return new Decision.Refused<>(Refusal.NOT_FOUND);
    }
    found.get().signing(on);
    return new Decision.Allowed<>(found.get());
  }
}
