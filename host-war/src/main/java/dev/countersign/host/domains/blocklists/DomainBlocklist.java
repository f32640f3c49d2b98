package dev.countersign.host.domains.blocklists;

import dev.countersign.host.domains.dns.Dns;
import org.xbill.DNS.Type;

/** A list of domains (RFC 5782, section 2.2). */
public final class DomainBlocklist implements Blocklist {
  private final Dns dns;
  private final String zone;
  private final TestEntries tests;

  public DomainBlocklist(Dns dns, String zone) {
    this.dns = dns;
    this.zone = zone;
    tests = new TestEntries(dns, "test", "invalid");
  }

  @Override
  public String zone() {
    return zone;
  }

  @Override
  public ListAnswer ask(String domain) {
    ListAnswer answer = ListAnswer.of(dns.ask(domain + "." + zone, Type.A));
    return answer != ListAnswer.UNUSABLE && tests.of(zone) == ListAnswer.LISTED
        ? answer
        : ListAnswer.UNUSABLE;
  }
}
