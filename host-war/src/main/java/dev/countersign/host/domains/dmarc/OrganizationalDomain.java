package dev.countersign.host.domains.dmarc;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Type;

/** The domain that stands for an organisation (RFC 9989, section 4.10.2). */
public final class OrganizationalDomain {
  private final Dns dns;

  public OrganizationalDomain(Dns dns) {
    this.dns = dns;
  }

  /**
   * Walks up the tree; without a record anywhere, a domain stands for itself.
   *
   * @param domain in lower-case A-labels, without a dot at the end
   * @return nothing where the walk failed, so that nobody knows
   */
  public Optional<String> of(String domain) {
    Map<String, DmarcRecord> found = new LinkedHashMap<>();
    for (String target : TreeWalk.targets(domain)) {
      switch (dns.ask("_dmarc." + target, Type.TXT)) {
        case DnsAnswer.Failed failure -> {
          return Optional.empty();
        }
        case DnsAnswer.Found answer ->
            DmarcRecord.only(Texts.of(answer.records()))
                .ifPresent(record -> found.put(target, record));
        case DnsAnswer.Empty none -> {}
        case DnsAnswer.NoSuchName none -> {}
      }
      DmarcRecord record = found.get(target);
      if (record != null && TreeWalk.endsAt(record)) {
        break;
      }
    }
    return Optional.of(TreeWalk.organization(domain, found).orElse(domain));
  }
}
