package dev.countersign.host.domains.dns;

/** Whoever tells signed domains from others. */
public interface Dnssec {
  /**
   * Asks about one domain.
   *
   * @param domain in lower-case A-labels, without a dot at the end
   */
  DnssecStatus of(String domain) throws InterruptedException;
}
