package dev.countersign.host.domains.dns;

/** What DNSSEC says of a domain (RFC 4035, section 4.3). */
public sealed interface DnssecStatus {
  /** Signed, up to a trust anchor. */
  record Signed() implements DnssecStatus {}

  /** Shown to be unsigned, or without a name at all. */
  record Unsigned() implements DnssecStatus {}

  /** Signatures that must be there are missing or wrong. */
  record Bogus(String why) implements DnssecStatus {}

  /** Nobody knows. */
  record Unclear(String why) implements DnssecStatus {}
}
