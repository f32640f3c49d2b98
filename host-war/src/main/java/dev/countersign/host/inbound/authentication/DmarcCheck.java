package dev.countersign.host.inbound.authentication;

import dev.countersign.host.domains.dmarc.DmarcDiscovery;
import dev.countersign.host.domains.dmarc.DmarcPolicy;
import dev.countersign.host.domains.dmarc.OrganizationalDomain;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.inbound.authentication.Authentication.Dkim;
import dev.countersign.host.inbound.authentication.Authentication.Dmarc;
import dev.countersign.host.inbound.authentication.Authentication.Spf;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does something that was verified stand for the author's domain (RFC 9989, sections 4.4 and 5.3)?
 */
final class DmarcCheck {
  private final DmarcDiscovery discovery;
  private final OrganizationalDomain organizations;

  DmarcCheck(Dns dns) {
    discovery = new DmarcDiscovery(dns);
    organizations = new OrganizationalDomain(dns);
  }

  Dmarc check(String author, @Nullable Spf spf, List<Dkim> dkim) {
    return switch (discovery.discover(author)) {
      case DmarcPolicy.Absent none -> new Dmarc(Result.NONE, author, null, false);
      case DmarcPolicy.Undetermined why -> new Dmarc(Result.TEMPERROR, author, null, false);
      case DmarcPolicy.Published policy ->
          new Dmarc(
              against(policy, author, spf, dkim),
              author,
              policy.request().wire(),
              policy.testing());
    };
  }

  private Result against(
      DmarcPolicy.Published policy, String author, @Nullable Spf spf, List<Dkim> dkim) {
    boolean unclear = spf != null && spf.result() == Result.TEMPERROR;
    if (spf != null && spf.result() == Result.PASS) {
      Optional<Boolean> aligned = aligned(author, spf.domain(), policy.strictSpf());
      if (aligned.equals(Optional.of(true))) {
        return Result.PASS;
      }
      unclear |= aligned.isEmpty();
    }
    for (Dkim signature : dkim) {
      unclear |= signature.result() == Result.TEMPERROR;
      if (signature.result() == Result.PASS) {
        Optional<Boolean> aligned = aligned(author, signature.domain(), policy.strictDkim());
        if (aligned.equals(Optional.of(true))) {
          return Result.PASS;
        }
        unclear |= aligned.isEmpty();
      }
    }
    return unclear ? Result.TEMPERROR : Result.FAIL;
  }

  /** Nothing where nobody knows. */
  private Optional<Boolean> aligned(String author, String verified, boolean strict) {
    if (author.equals(verified)) {
      return Optional.of(true);
    }
    if (strict) {
      return Optional.of(false);
    }
    return organizations
        .of(author)
        .flatMap(one -> organizations.of(verified).map(other -> one.equals(other)));
  }
}
