package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.List;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Does anybody take mail for the domain (RFC 5321, section 5.1; null MX: RFC 7505)? */
public final class MailExchangeSignal extends DnsSignal {
  private static final int HOSTS_MAX = 3;

  private final Dns dns;

  public MailExchangeSignal(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Signal signal() {
    return Signal.MAIL_EXCHANGE;
  }

  @Override
  public Finding look(String domain) {
    return switch (dns.ask(domain, Type.MX)) {
      case DnsAnswer.Failed(String why) -> Finding.unknown(signal(), why);
      case DnsAnswer.NoSuchName none -> found(Level.THIRD, "does not exist in the DNS");
      case DnsAnswer.Empty none -> address(domain);
      case DnsAnswer.Found answer -> exchanges(hosts(answer));
    };
  }

  private static List<Name> hosts(DnsAnswer.Found answer) {
    return answer.records().stream()
        .filter(MXRecord.class::isInstance)
        .map(record -> ((MXRecord) record).getTarget())
        .toList();
  }

  private Finding exchanges(List<Name> hosts) {
    if (hosts.contains(Name.root)) {
      return found(Level.SECOND, "says that it takes no mail (null MX)");
    }
    Finding last = found(Level.THIRD, "names mail servers that do not exist");
    for (Name host : hosts.subList(0, Math.min(HOSTS_MAX, hosts.size()))) {
      Finding one = address(host.toString(true));
      switch (one.level()) {
        case FIRST -> {
          return found(Level.GOOD, "has mail servers");
        }
        case UNKNOWN -> last = one;
        default -> {}
      }
    }
    return last;
  }

  /** Without MX records the domain's own addresses count. */
  private Finding address(String host) {
    for (int type : List.of(Type.A, Type.AAAA)) {
      switch (dns.ask(host, type)) {
        case DnsAnswer.Found some -> {
          return found(Level.FIRST, "has an address but names no mail server");
        }
        case DnsAnswer.Failed(String why) -> {
          return Finding.unknown(signal(), why);
        }
        case DnsAnswer.Empty none -> {}
        case DnsAnswer.NoSuchName none -> {}
      }
    }
    return found(Level.THIRD, "has no host that could take mail");
  }

  private Finding found(Level level, String says) {
    return Finding.of(signal(), level, says);
  }
}
