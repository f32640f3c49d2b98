package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.dns.Dns;
import dev.countersign.host.domains.dns.DnsAnswer;
import dev.countersign.host.domains.dns.Texts;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xbill.DNS.Type;

/** Is there one SPF record, and does it end strictly (RFC 7208, sections 4.5, 4.6 and 5.1)? */
public final class SpfSignal extends DnsSignal {
  private static final Pattern VERSION = Pattern.compile("(?i)v=spf1( .*)?");
  private static final Pattern MECHANISM =
      Pattern.compile(
          "[+?~-]?(all|include:.+|a([:/].+)?|mx([:/].+)?|ptr(:.+)?|ip[46]:.+|exists:.+)");
  private static final Pattern MODIFIER = Pattern.compile("[a-z][a-z0-9_.-]*=.*");

  private final Dns dns;

  public SpfSignal(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Signal signal() {
    return Signal.SPF;
  }

  @Override
  public Finding look(String domain) {
    return switch (dns.ask(domain, Type.TXT)) {
      case DnsAnswer.Failed(String why) -> Finding.unknown(signal(), why);
      case DnsAnswer.Found answer -> judge(Texts.of(answer.records()));
      case DnsAnswer.Empty none -> judge(List.of());
      case DnsAnswer.NoSuchName none -> judge(List.of());
    };
  }

  private Finding judge(List<String> texts) {
    var records = texts.stream().filter(text -> VERSION.matcher(text).matches()).toList();
    if (records.isEmpty()) {
      return found(Level.SECOND, "publishes no SPF record");
    }
    if (records.size() > 1) {
      return found(Level.THIRD, "publishes several SPF records, which is an error");
    }
    return ending(List.of(records.getFirst().toLowerCase(Locale.ROOT).split(" +", -1)));
  }

  private Finding ending(List<String> terms) {
    boolean redirects = false;
    for (String term : terms.subList(1, terms.size())) {
      if (term.isEmpty()) {
        continue;
      }
      if (MODIFIER.matcher(term).matches()) {
        redirects |= term.startsWith("redirect=");
      } else if (!MECHANISM.matcher(term).matches()) {
        return found(Level.THIRD, "publishes an SPF record with an error");
      } else if (term.endsWith("all") && term.length() <= "+all".length()) {
        return all(term);
      }
    }
    return redirects
        ? found(Level.GOOD, "leaves SPF to another domain")
        : found(Level.FIRST, "publishes an SPF record without an end");
  }

  private Finding all(String term) {
    return switch (term.charAt(0)) {
      case '-', '~' -> found(Level.GOOD, "publishes a strict SPF record");
      case '?' -> found(Level.FIRST, "publishes a neutral SPF record");
      default -> found(Level.THIRD, "lets every server in the world send in its name (SPF +all)");
    };
  }

  private Finding found(Level level, String says) {
    return Finding.of(signal(), level, says);
  }
}
