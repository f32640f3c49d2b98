package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import org.xbill.DNS.Type;

/** How many name servers the domain has, or the nearest domain above it (RFC 2182, section 5). */
public final class NameServerSignal extends DnsSignal {
  private final Dns dns;

  public NameServerSignal(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Signal signal() {
    return Signal.NAME_SERVERS;
  }

  @Override
  public Finding look(String domain) {
    for (String zone = domain; zone.indexOf('.') > 0; zone = above(zone)) {
      switch (dns.ask(zone, Type.NS)) {
        case DnsAnswer.Found answer -> {
          return answer.records().size() > 1
              ? Finding.of(signal(), Level.GOOD, "has several name servers")
              : Finding.of(signal(), Level.FIRST, "has a single name server");
        }
        case DnsAnswer.Failed(String why) -> {
          return Finding.unknown(signal(), why);
        }
        case DnsAnswer.Empty none -> {}
        case DnsAnswer.NoSuchName none -> {}
      }
    }
    return Finding.of(signal(), Level.SECOND, "has no name server");
  }

  private static String above(String zone) {
    return zone.substring(zone.indexOf('.') + 1);
  }
}
