package dev.countersign.host.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up the hosts of sinks. The connection goes to the very addresses that were checked here, so
 * that a name which answers differently a moment later leads nowhere else.
 */
final class SinkNames implements DnsResolver {
  /** Where names are looked up. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final SinkRules rules;
  private final Lookup lookup;

  SinkNames(SinkRules rules, Lookup lookup) {
    this.rules = rules;
    this.lookup = lookup;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = lookup.addresses(host);
    rules.check(addresses);
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
