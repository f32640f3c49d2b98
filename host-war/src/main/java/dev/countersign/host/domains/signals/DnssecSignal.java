package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dnssec;
import dev.countersign.host.domains.dns.DnssecStatus;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;

/** Is the domain signed with DNSSEC, and do the signatures hold? */
public final class DnssecSignal extends DnsSignal {
  private final Dnssec dnssec;

  public DnssecSignal(Dnssec dnssec) {
    this.dnssec = dnssec;
  }

  @Override
  public Signal signal() {
    return Signal.DNSSEC;
  }

  @Override
  public Finding look(String domain) throws InterruptedException {
    return switch (dnssec.of(domain)) {
      case DnssecStatus.Signed signed -> Finding.of(signal(), Level.GOOD, "is signed with DNSSEC");
      case DnssecStatus.Unsigned unsigned ->
          Finding.of(signal(), Level.FIRST, "is not signed with DNSSEC");
      case DnssecStatus.Bogus(String why) ->
          Finding.of(signal(), Level.THIRD, "has DNSSEC signatures that are wrong" + because(why));
      case DnssecStatus.Unclear(String why) -> Finding.unknown(signal(), why);
    };
  }

  private static String because(String why) {
    return why.isEmpty() ? "" : " (" + why + ")";
  }
}
