package dev.countersign.host.domains.dns;

import java.util.List;
import org.xbill.DNS.Record;

/** What a resolver said to one question. That there is nothing is an answer, silence is not. */
public sealed interface DnsAnswer {
  /**
   * Records of the type that was asked for, aliases followed.
   *
   * @param authentic the resolver vouches for them by DNSSEC (the AD bit, RFC 6840, section 5.8)
   */
  record Found(List<Record> records, boolean authentic) implements DnsAnswer {}

  /** The name exists, without records of this type. */
  record Empty(boolean authentic) implements DnsAnswer {}

  /** The name does not exist. */
  record NoSuchName() implements DnsAnswer {}

  /** No usable answer; {@code why} in a few words, such as {@code time-out}. */
  record Failed(String why) implements DnsAnswer {}
}
