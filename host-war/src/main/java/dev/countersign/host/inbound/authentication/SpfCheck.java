package dev.countersign.host.inbound.authentication;

import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.inbound.authentication.Authentication.Spf;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import java.util.Locale;
import org.apache.james.jspf.impl.SPF;

/** May this host send in that name (RFC 7208)? */
final class SpfCheck {
  private static final int NAME_CHARACTERS = 253;

  private final SPF spf;

  SpfCheck(Dns dns) {
    spf = new SPF(new SpfDns(dns));
  }

  /**
   * Asks the sender's domain, or, for a report, which has no sender, the host's own name.
   *
   * @param peer an IP address
   * @param sender from the envelope, empty for a report
   */
  Spf check(String peer, String helo, String sender) {
    String identity = sender.isEmpty() ? "helo" : "mailfrom";
    String domain = sender.isEmpty() ? name(helo) : domain(sender);
    if (domain.isEmpty()) {
      return new Spf(Result.NONE, identity, domain);
    }
    String from = sender.isEmpty() ? "postmaster@" + domain : local(sender) + "@" + domain;
    return new Spf(Result.of(spf.checkSPF(peer, from, name(helo)).getResult()), identity, domain);
  }

  private static String local(String sender) {
    int at = sender.lastIndexOf('@');
    return at <= 0 ? "postmaster" : sender.substring(0, at);
  }

  private static String domain(String sender) {
    try {
      return EmailAddress.of(
              "postmaster" + sender.substring(Math.max(0, sender.lastIndexOf('@'))),
              java.util.Optional.empty())
          .domain();
    } catch (InvalidMailException e) {
      return "";
    }
  }

  /** Only what can be a name of a host with a domain. */
  private static String name(String helo) {
    String name = helo.toLowerCase(Locale.ROOT);
    return name.matches("[a-z0-9_.-]+\\.[a-z0-9-]*[a-z][a-z0-9-]*\\.?")
            && name.length() <= NAME_CHARACTERS
        ? name
        : "";
  }
}
