package dev.countersign.host.domains.blocklists;

import dev.countersign.host.domains.dns.Dns;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Type;

/**
 * A list of addresses (RFC 5782, sections 2.1 and 2.4), asked about the hosts that take the
 * domain's mail. A list without IPv6 addresses is asked about the others only.
 */
public final class AddressBlocklist implements Blocklist {
  // 127.0.0.2 and 127.0.0.1, and the same as IPv4-mapped addresses (RFC 5782, section 5).
  private static final String LISTED = "2.0.0.127";
  private static final String NOT_LISTED = "1.0.0.127";
  private static final String MAPPED = ".0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20);

  private final Dns dns;
  private final String zone;
  private final MailHosts hosts;
  private final TestEntries tests4;
  private final TestEntries tests6;

  public AddressBlocklist(Dns dns, String zone) {
    this.dns = dns;
    this.zone = zone;
    hosts = new MailHosts(dns);
    tests4 = new TestEntries(dns, LISTED, NOT_LISTED);
    tests6 = new TestEntries(dns, "2" + MAPPED, "1" + MAPPED);
  }

  @Override
  public String zone() {
    return zone;
  }

  @Override
  public ListAnswer ask(String domain) {
    Optional<List<InetAddress>> addresses = hosts.addresses(domain);
    if (addresses.isEmpty() || tests4.of(zone) != ListAnswer.LISTED) {
      return ListAnswer.UNUSABLE;
    }
    List<ListAnswer> answers = new ArrayList<>();
    for (InetAddress address : addresses.get()) {
      answers.add(address instanceof Inet4Address ? asked(address) : askedIfThere(address));
    }
    return ListAnswer.worst(answers);
  }

  private ListAnswer asked(InetAddress address) {
    return ListAnswer.of(dns.ask(reversed(address) + "." + zone, Type.A));
  }

  private ListAnswer askedIfThere(InetAddress address) {
    return switch (tests6.of(zone)) {
      case LISTED -> asked(address);
      case NOT_LISTED -> ListAnswer.NOT_LISTED;
      case UNUSABLE -> ListAnswer.UNUSABLE;
    };
  }

  /** Octets of IPv4 and nibbles of IPv6, the last one first. */
  static String reversed(InetAddress address) {
    byte[] bytes = address.getAddress();
    List<String> parts = new ArrayList<>();
    for (int i = bytes.length - 1; 0 <= i; i--) {
      int octet = bytes[i] & 0xff;
      if (address instanceof Inet4Address) {
        parts.add(Integer.toString(octet));
      } else {
        parts.add(Integer.toHexString(octet & 0xf));
        parts.add(Integer.toHexString(octet >> 4));
      }
    }
    return String.join(".", parts);
  }
}
