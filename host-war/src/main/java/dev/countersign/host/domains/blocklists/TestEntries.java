package dev.countersign.host.domains.blocklists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.host.domains.dns.Dns;
import java.time.Duration;
import org.xbill.DNS.Type;

/**
 * The entries that every list has and has not (RFC 5782, section 5). A zone that is gone may answer
 * everything alike, which they show.
 */
final class TestEntries {
  /** For so long a list that works is taken to go on working. */
  private static final Duration BELIEVED = Duration.ofMinutes(5);

  private final Dns dns;
  private final String listed;
  private final String notListed;
  private final Cache<String, ListAnswer> shown =
      Caffeine.newBuilder().expireAfterWrite(BELIEVED).build();

  TestEntries(Dns dns, String listed, String notListed) {
    this.dns = dns;
    this.listed = listed;
    this.notListed = notListed;
  }

  /** Listed where the list works; not listed where it has no entries of this kind at all. */
  ListAnswer of(String zone) {
    ListAnswer known = shown.getIfPresent(zone);
    if (known != null) {
      return known;
    }
    ListAnswer here = ListAnswer.of(dns.ask(listed + "." + zone, Type.A));
    ListAnswer there = ListAnswer.of(dns.ask(notListed + "." + zone, Type.A));
    if (here == ListAnswer.UNUSABLE || there != ListAnswer.NOT_LISTED) {
      return ListAnswer.UNUSABLE;
    }
    shown.put(zone, here);
    return here;
  }
}
