package dev.countersign.host.domains.dmarc;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Type;

/** Finds the policy that applies to a domain (RFC 9989, section 4.10.1). */
public final class DmarcDiscovery {
  private final Dns dns;

  public DmarcDiscovery(Dns dns) {
    this.dns = dns;
  }

  /**
   * Walks up the tree as far as it has to.
   *
   * @param domain in lower-case A-labels, without a dot at the end
   */
  public DmarcPolicy discover(String domain) {
    Map<String, DmarcRecord> found = new LinkedHashMap<>();
    for (String target : TreeWalk.targets(domain)) {
      switch (dns.ask("_dmarc." + target, Type.TXT)) {
        case DnsAnswer.Failed(String why) -> {
          return new DmarcPolicy.Undetermined(why);
        }
        case DnsAnswer.Found answer ->
            DmarcRecord.only(Texts.of(answer.records()))
                .ifPresent(record -> found.put(target, record));
        case DnsAnswer.Empty none -> {}
        case DnsAnswer.NoSuchName none -> {}
      }
      DmarcRecord record = found.get(target);
      if (record != null && (target.equals(domain) || TreeWalk.endsAt(record))) {
        break;
      }
    }
    return found.containsKey(domain)
        ? published(domain, found.get(domain), DmarcRecord::ofDomain)
        : inherited(domain, found);
  }

  private interface Choice {
    DmarcRequest of(DmarcRecord record);
  }

  private DmarcPolicy inherited(String domain, Map<String, DmarcRecord> found) {
    String source =
        TreeWalk.organization(domain, found)
            .filter(found::containsKey)
            .or(() -> publicSuffix(found))
            .orElse(null);
    if (source == null) {
      return new DmarcPolicy.Absent();
    }
    return switch (existence(domain)) {
      case Existence.Unclear(String why) -> new DmarcPolicy.Undetermined(why);
      case Existence.Clear(boolean exists) ->
          published(source, found.get(source), record -> record.ofSubdomain(exists));
    };
  }

  private static Optional<String> publicSuffix(Map<String, DmarcRecord> found) {
    return found.entrySet().stream()
        .filter(each -> each.getValue().publicSuffix())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static DmarcPolicy published(
      String at, @org.jspecify.annotations.Nullable DmarcRecord record, Choice choice) {
    if (record == null) {
      return new DmarcPolicy.Absent();
    }
    if (!record.broken()) {
      return published(choice.of(record), at, record);
    }
    return record.wantsReports()
        ? published(DmarcRequest.NONE, at, record)
        : new DmarcPolicy.Absent();
  }

  private static DmarcPolicy published(DmarcRequest request, String at, DmarcRecord record) {
    return new DmarcPolicy.Published(
        request, at, record.testing(), record.strict("adkim"), record.strict("aspf"));
  }

  private sealed interface Existence {
    record Clear(boolean exists) implements Existence {}

    record Unclear(String why) implements Existence {}
  }

  /**
   * Only a name that the DNS denies does not exist; one without addresses does (RFC 9989, 3.2.13
   * and A.4).
   */
  private Existence existence(String domain) {
    return switch (dns.ask(domain, Type.A)) {
      case DnsAnswer.Found some -> new Existence.Clear(true);
      case DnsAnswer.Empty none -> new Existence.Clear(true);
      case DnsAnswer.NoSuchName none -> alias(domain);
      case DnsAnswer.Failed(String why) -> new Existence.Unclear(why);
    };
  }

  /** What is denied may be the name that an alias points to; the alias is there (RFC 6604, 3). */
  private Existence alias(String domain) {
    return switch (dns.ask(domain, Type.CNAME)) {
      case DnsAnswer.Found alias -> new Existence.Clear(true);
      case DnsAnswer.Empty none -> new Existence.Clear(true);
      case DnsAnswer.NoSuchName none -> new Existence.Clear(false);
      case DnsAnswer.Failed(String why) -> new Existence.Unclear(why);
    };
  }
}
