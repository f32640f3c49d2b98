package dev.countersign.host.domains.dns;

import org.xbill.DNS.Type;

/**
 * The word of a resolver that validates and that the operator trusts (RFC 4035, section 3.2). What
 * it withholds, but shows when told not to check, is bogus.
 */
public final class TrustedDnssec implements Dnssec {
  private final Dns dns;

  public TrustedDnssec(Dns dns) {
    this.dns = dns;
  }

  @Override
  public DnssecStatus of(String domain) {
    return switch (dns.ask(domain, Type.SOA)) {
      case DnsAnswer.Found answer -> signed(answer.authentic());
      case DnsAnswer.Empty answer -> signed(answer.authentic());
      case DnsAnswer.NoSuchName none -> signed(false);
      case DnsAnswer.Failed(String why) ->
          why.equals("SERVFAIL") ? withheld(domain) : new DnssecStatus.Unclear(why);
    };
  }

  private static DnssecStatus signed(boolean authentic) {
    return authentic ? new DnssecStatus.Signed() : new DnssecStatus.Unsigned();
  }

  private DnssecStatus withheld(String domain) {
    return dns.askUnchecked(domain, Type.SOA) instanceof DnsAnswer.Failed(String why)
        ? new DnssecStatus.Unclear(why)
        : new DnssecStatus.Bogus("the resolver withholds it");
  }
}
