package dev.countersign.host.dkim;

/**
 * What the operator of a domain publishes (RFC 6376 §3.6.2).
 *
 * @param value the whole text; a zone file has it in pieces of at most 255 characters
 */
public record DnsRecord(String type, String name, String value) {
  static DnsRecord of(String domain, String selector, DkimAlgorithm algorithm, String key) {
    return new DnsRecord(
        "TXT",
        selector + algorithm.selectorSuffix() + "._domainkey." + domain,
        "v=DKIM1; k=" + algorithm.wire() + "; p=" + key);
  }
}
