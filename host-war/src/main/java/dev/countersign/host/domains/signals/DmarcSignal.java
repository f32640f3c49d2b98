package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dmarc.DmarcDiscovery;
import dev.countersign.host.domains.dmarc.DmarcPolicy;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.Optional;

/** Which DMARC policy applies to the domain (RFC 9989). */
public final class DmarcSignal extends DnsSignal {
  private final DmarcDiscovery discovery;

  public DmarcSignal(Dns dns) {
    discovery = new DmarcDiscovery(dns);
  }

  @Override
  public Signal signal() {
    return Signal.DMARC;
  }

  @Override
  public Finding look(String domain) {
    return switch (discovery.discover(domain)) {
      case DmarcPolicy.Undetermined(String why) -> Finding.unknown(signal(), why);
      case DmarcPolicy.Absent none ->
          Finding.of(signal(), Level.THIRD, "publishes no DMARC policy");
      case DmarcPolicy.Published policy -> published(policy);
    };
  }

  /** On trial, a policy is applied one level below what it says (RFC 9989, section 4.7). */
  private Finding published(DmarcPolicy.Published policy) {
    Level level =
        switch (policy.request()) {
          case REJECT -> policy.testing() ? Level.FIRST : Level.GOOD;
          case QUARANTINE -> policy.testing() ? Level.SECOND : Level.FIRST;
          case NONE -> Level.SECOND;
        };
    String word = policy.request().wire();
    return new Finding(
        signal(),
        level,
        "publishes DMARC policy " + word + (policy.testing() ? ", on trial only" : ""),
        Optional.of(word));
  }
}
