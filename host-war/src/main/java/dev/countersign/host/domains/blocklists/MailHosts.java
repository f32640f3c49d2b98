package dev.countersign.host.domains.blocklists;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The addresses of the hosts that take a domain's mail (RFC 5321, section 5.1). */
final class MailHosts {
  private static final int HOSTS_MAX = 3;
  private static final int ADDRESSES_MAX = 8;

  private final Dns dns;

  MailHosts(Dns dns) {
    this.dns = dns;
  }

  /** {@return at most 8 public addresses of the best three hosts; nothing where nobody knows} */
  Optional<List<InetAddress>> addresses(String domain) {
    return switch (dns.ask(domain, Type.MX)) {
      case DnsAnswer.Failed failed -> Optional.empty();
      case DnsAnswer.NoSuchName none -> Optional.of(List.of());
      case DnsAnswer.Empty none -> ofHosts(List.of(domain));
      case DnsAnswer.Found found -> ofHosts(best(found.records()));
    };
  }

  private static List<String> best(List<Record> records) {
    return records.stream()
        .filter(MXRecord.class::isInstance)
        .map(MXRecord.class::cast)
        .sorted(Comparator.comparingInt(MXRecord::getPriority))
        .map(record -> record.getTarget().toString(true))
        .filter(host -> !host.isEmpty() && !host.equals("."))
        .limit(HOSTS_MAX)
        .toList();
  }

  private Optional<List<InetAddress>> ofHosts(List<String> hosts) {
    List<InetAddress> addresses = new ArrayList<>();
    for (String host : hosts) {
      for (int type : List.of(Type.A, Type.AAAA)) {
        switch (dns.ask(host, type)) {
          case DnsAnswer.Failed failed -> {
            return Optional.empty();
          }
          case DnsAnswer.Found found -> found.records().forEach(each -> add(each, addresses));
          case DnsAnswer.Empty none -> {}
          case DnsAnswer.NoSuchName none -> {}
        }
      }
    }
    return Optional.of(addresses.subList(0, Math.min(ADDRESSES_MAX, addresses.size())));
  }

  /** Lists know public addresses; 127.0.0.2 is on all of them, whatever host has it. */
  private static void add(Record record, List<InetAddress> to) {
    InetAddress address =
        switch (record) {
          case ARecord four -> four.getAddress();
          case AAAARecord six -> six.getAddress();
          default -> InetAddress.getLoopbackAddress();
        };
    if (!address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress()) {
      to.add(address);
    }
  }
}
