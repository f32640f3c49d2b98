package dev.countersign.host.api.json;

import dev.countersign.host.tenants.TenantRow;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that a key belongs to.
 *
 * @param slug how the operator is named in identity claims
 * @param sendingDisabled a stop is in force on all of its mailboxes
 * @param sendingDisabledReason what the stop is; null while there is none
 */
public record AccountJson(
    String id,
    String name,
    String slug,
    int isActive,
    boolean sendingDisabled,
    @Nullable String sendingDisabledReason) {
  private static final String STOPPED = "stopped by an operator or an overseer";

  public static AccountJson of(TenantRow row) {
    return new AccountJson(
        row.id(),
        row.name(),
        row.operatorSlug(),
        1,
        row.suspended(),
        row.suspended() ? STOPPED : null);
  }
}
