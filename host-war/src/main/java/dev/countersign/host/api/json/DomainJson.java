package dev.countersign.host.api.json;

import dev.countersign.host.dkim.DnsRecord;
import dev.countersign.host.dkim.SendingDomainRow;
import java.util.List;

/**
 * A domain that the tenant sends from.
 *
 * @param status active while its mail is signed, else pending
 * @param dnsRecords what its owner publishes so that receivers can verify the signatures
 */
public record DomainJson(
    String id,
    String domain,
    String status,
    boolean dkimSigning,
    List<DnsRecord> dnsRecords,
    String createdAt) {
  public static DomainJson of(SendingDomainRow row) {
    return new DomainJson(
        row.id(),
        row.domain(),
        row.signing() ? "active" : "pending",
        row.signing(),
        row.records(),
        Times.iso(row.createdAt()));
  }

  /** All of a tenant's. */
  public record Listed(List<DomainJson> domains) {}
}
