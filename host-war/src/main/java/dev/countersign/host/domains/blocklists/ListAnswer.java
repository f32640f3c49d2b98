package dev.countersign.host.domains.blocklists;

import dev.countersign.host.domains.dns.DnsAnswer;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;

/** What a list says; a list that refuses says nothing, neither listed nor clean. */
public enum ListAnswer {
  LISTED,
  NOT_LISTED,
  UNUSABLE;

  /** Those of the first kind before those of the second, and both before clean ones. */
  static ListAnswer worst(List<ListAnswer> answers) {
    if (answers.contains(LISTED)) {
      return LISTED;
    }
    return answers.contains(UNUSABLE) ? UNUSABLE : NOT_LISTED;
  }

  static ListAnswer of(DnsAnswer answer) {
    return switch (answer) {
      case DnsAnswer.NoSuchName none -> NOT_LISTED;
      case DnsAnswer.Empty none -> NOT_LISTED;
      case DnsAnswer.Failed failed -> UNUSABLE;
      case DnsAnswer.Found found ->
          found.records().stream().allMatch(ListAnswer::isListing) ? LISTED : UNUSABLE;
    };
  }

  /** Within 127.0.0.0/8 (RFC 5782, section 2.1), and not one of the codes for errors. */
  private static boolean isListing(Record record) {
    if (!(record instanceof ARecord address)) {
      return false;
    }
    String code = address.getAddress().getHostAddress();
    return code.startsWith("127.") && !isError(code);
  }

  /**
   * Codes that lists in wide use have for queries that they refuse: 127.0.0.1 for a client that is
   * blocked or over its quota, 127.0.1.255 for an address where a domain is due, 127.255.255.0/24
   * for anything.
   */
  private static boolean isError(String code) {
    return code.equals("127.0.0.1")
        || code.equals("127.0.1.255")
        || code.startsWith("127.255.255.");
  }
}
