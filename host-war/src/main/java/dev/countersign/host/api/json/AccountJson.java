package dev.countersign.host.api.json;

import dev.countersign.host.tenants.TenantRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that a key belongs to, and what it uses up.
 *
 * @param slug how the operator is named in identity claims
 * @param plan always self_hosted: nothing here is for sale
 * @param oversightEmail the overseer's address; null where there is none
 * @param monthlyEmailQuota messages in a calendar month (UTC); null for any number
 * @param warmupDays for which a new mailbox is held to a ramp; 0 for not at all
 * @param maxStorageBytes null: as much as the database takes
 * @param sendingDisabled a stop is in force on all of its mailboxes
 * @param sendingDisabledReason what the stop is; null while there is none
 * @param enforcementTier none, or suspension while there is a stop
 */
public record AccountJson(
    String id,
    @Schema(example = "Acme Corp") String name,
    String slug,
    String plan,
    @Nullable String oversightEmail,
    @Nullable String physicalAddress,
    @Nullable Long monthlyEmailQuota,
    long emailsSentThisMonth,
    long warmupDays,
    long maxMailboxes,
    long storageUsedBytes,
    @Nullable Long maxStorageBytes,
    int isActive,
    boolean sendingDisabled,
    @Nullable String sendingDisabledReason,
    String enforcementTier) {
  private static final String STOPPED = "stopped by an operator or an overseer";

  /**
   * Numbers about a tenant.
   *
   * @param monthlyQuota 0 for any number
   */
  public record Numbers(
      long monthlyQuota, long sentThisMonth, long warmupDays, long maxMailboxes, long bytes) {}

  public static AccountJson of(TenantRow row, @Nullable String overseer, Numbers numbers) {
    return new AccountJson(
        row.id(),
        row.name(),
        row.operatorSlug(),
        "self_hosted",
        overseer,
        row.physicalAddress(),
        numbers.monthlyQuota() == 0 ? null : (Long) numbers.monthlyQuota(),
        numbers.sentThisMonth(),
        numbers.warmupDays(),
        numbers.maxMailboxes(),
        numbers.bytes(),
        null,
        1,
        row.suspended(),
        row.suspended() ? STOPPED : null,
        row.suspended() ? "suspension" : "none");
  }
}
