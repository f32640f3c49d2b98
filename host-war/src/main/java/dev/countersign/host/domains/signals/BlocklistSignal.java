package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Is the domain on a list of domains in the DNS (RFC 5782, section 2.2)? A list that refuses, is
 * over its quota (127.255.255.0/24 by custom) or fails its own test entries (section 5) says
 * nothing: neither listed nor clean.
 */
public final class BlocklistSignal implements NetworkSignal {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration STALE = Duration.ofMinutes(20);

  /** On every list of domains, and on none (RFC 5782, section 5). */
  private static final String LISTED = "test";

  private static final String NOT_LISTED = "invalid";

  private enum Answer {
    LISTED,
    NOT_LISTED,
    UNUSABLE
  }

  private final Dns dns;
  private final List<String> zones;

  public BlocklistSignal(Dns dns, List<String> zones) {
    this.dns = dns;
    this.zones = List.copyOf(zones);
  }

  @Override
  public Signal signal() {
    return Signal.BLOCKLIST;
  }

  @Override
  public String source() {
    return "DNS blocklists " + String.join(", ", zones);
  }

  @Override
  public Duration fresh() {
    return FRESH;
  }

  @Override
  public Duration stale() {
    return STALE;
  }

  @Override
  public Finding look(String domain) {
    List<String> listing = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    for (String zone : zones) {
      switch (ask(domain, zone)) {
        case LISTED -> listing.add(zone);
        case UNUSABLE -> unusable.add(zone);
        case NOT_LISTED -> {}
      }
    }
    if (!listing.isEmpty()) {
      return Finding.of(
          signal(),
          listing.size() > 1 ? Level.SECOND : Level.FIRST,
          "is on the blocklist " + String.join(" and ", listing));
    }
    return unusable.isEmpty()
        ? Finding.of(signal(), Level.GOOD, "is on no blocklist")
        : Finding.unknown(signal(), "no usable answer from " + String.join(", ", unusable));
  }

  private Answer ask(String domain, String zone) {
    Answer answer = meaning(dns.ask(domain + "." + zone, Type.A));
    return answer != Answer.UNUSABLE && works(zone) ? answer : Answer.UNUSABLE;
  }

  /** A zone that is gone may answer everything alike. */
  private boolean works(String zone) {
    return meaning(dns.ask(LISTED + "." + zone, Type.A)) == Answer.LISTED
        && meaning(dns.ask(NOT_LISTED + "." + zone, Type.A)) == Answer.NOT_LISTED;
  }

  private static Answer meaning(DnsAnswer answer) {
    return switch (answer) {
      case DnsAnswer.NoSuchName none -> Answer.NOT_LISTED;
      case DnsAnswer.Empty none -> Answer.NOT_LISTED;
      case DnsAnswer.Failed failed -> Answer.UNUSABLE;
      case DnsAnswer.Found found ->
          found.records().stream().allMatch(BlocklistSignal::isListing)
              ? Answer.LISTED
              : Answer.UNUSABLE;
    };
  }

  /** Within 127.0.0.0/8, and not one of the codes for errors. */
  private static boolean isListing(Record record) {
    if (!(record instanceof ARecord address)) {
      return false;
    }
    InetAddress ip = address.getAddress();
    byte[] b = ip.getAddress();
    return b[0] == 127 && !(b[1] == (byte) 255 && b[2] == (byte) 255);
  }
}
