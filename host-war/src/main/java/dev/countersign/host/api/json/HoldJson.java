package dev.countersign.host.api.json;

import dev.countersign.host.retention.LegalHoldRow;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold.
 *
 * @param status in_force or lifted
 * @param placedBy public id of an operator; likewise liftedBy
 */
public record HoldJson(
    String id,
    String status,
    @Nullable String mailboxId,
    @Nullable String messageId,
    String reason,
    String placedBy,
    String placedAt,
    @Nullable String liftedBy,
    @Nullable String liftedAt) {
  public static HoldJson of(LegalHoldRow row) {
    return new HoldJson(
        row.id(),
        row.liftedAt() == null ? "in_force" : "lifted",
        row.mailboxId(),
        row.messageId(),
        row.reason(),
        row.placedBy(),
        Times.iso(row.placedAt()),
        row.liftedBy(),
        Times.isoOrNull(row.liftedAt()));
  }
}
