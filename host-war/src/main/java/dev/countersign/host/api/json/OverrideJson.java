package dev.countersign.host.api.json;

import dev.countersign.host.domains.OverrideRow;

/** An operator's word about a domain and all names below it. */
public record OverrideJson(
    String domain,
    String verdict,
    String reason,
    String madeBy,
    String createdAt,
    String expiresAt) {
  public static OverrideJson of(OverrideRow row) {
    return new OverrideJson(
        row.domain(),
        row.word().wire(),
        row.reason(),
        row.madeBy(),
        Times.iso(row.createdAt()),
        Times.iso(row.expiresAt()));
  }
}
