package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Texts;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.List;
import org.xbill.DNS.Type;

/** Does the domain ask for encryption: MTA-STS (RFC 8461, 3.1) and TLS-RPT (RFC 8460, 3)? */
public final class TransportSecuritySignal extends DnsSignal {
  private final Dns dns;

  public TransportSecuritySignal(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Signal signal() {
    return Signal.TRANSPORT_SECURITY;
  }

  @Override
  public Finding look(String domain) {
    var policy = dns.ask("_mta-sts." + domain, Type.TXT);
    var reports = dns.ask("_smtp._tls." + domain, Type.TXT);
    if (policy instanceof DnsAnswer.Failed(String why)) {
      return Finding.unknown(signal(), why);
    }
    if (reports instanceof DnsAnswer.Failed(String why)) {
      return Finding.unknown(signal(), why);
    }
    boolean sts = one(policy, "v=STSv1");
    boolean rpt = one(reports, "v=TLSRPTv1");
    if (sts && rpt) {
      return Finding.of(signal(), Level.GOOD, "asks for encrypted delivery and reports about it");
    }
    return sts || rpt
        ? Finding.of(signal(), Level.FIRST, "has one of MTA-STS and TLS-RPT")
        : Finding.of(signal(), Level.SECOND, "does not ask for encrypted delivery");
  }

  /** Several records count as none. */
  private static boolean one(DnsAnswer answer, String version) {
    return answer instanceof DnsAnswer.Found found
        && versions(Texts.of(found.records()), version) == 1;
  }

  private static long versions(List<String> texts, String version) {
    return texts.stream()
        .filter(text -> text.equals(version) || text.startsWith(version + ";"))
        .count();
  }
}
