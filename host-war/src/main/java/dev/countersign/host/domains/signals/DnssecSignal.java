package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import org.xbill.DNS.Type;

/**
 * Is the domain signed, by the word of a resolver that validates and that the operator trusts (RFC
 * 4035, section 3.2)? What the resolver withholds, but shows when told not to check, is bogus.
 */
public final class DnssecSignal extends DnsSignal {
  private final Dns dns;

  public DnssecSignal(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Signal signal() {
    return Signal.DNSSEC;
  }

  @Override
  public Finding look(String domain) {
    return switch (dns.ask(domain, Type.SOA)) {
      case DnsAnswer.Found answer -> signed(answer.authentic());
      case DnsAnswer.Empty answer -> signed(answer.authentic());
      case DnsAnswer.NoSuchName none -> signed(false);
      case DnsAnswer.Failed(String why) ->
          why.equals("SERVFAIL") ? withheld(domain) : Finding.unknown(signal(), why);
    };
  }

  private Finding signed(boolean authentic) {
    return authentic
        ? Finding.of(signal(), Level.GOOD, "is signed with DNSSEC")
        : Finding.of(signal(), Level.FIRST, "is not signed with DNSSEC");
  }

  private Finding withheld(String domain) {
    return dns.askUnchecked(domain, Type.SOA) instanceof DnsAnswer.Failed(String why)
        ? Finding.unknown(signal(), why)
        : Finding.of(signal(), Level.THIRD, "has DNSSEC signatures that are wrong");
  }
}
