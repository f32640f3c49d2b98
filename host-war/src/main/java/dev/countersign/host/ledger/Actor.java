package dev.countersign.host.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Who a ledger entry names.
 *
 * @param tenantId null only for a caller that did not say who it is
 * @param role the principal's role, or {@code anonymous}
 * @param id the principal's public id, or the role for the parts of the server
 * @param no the principal's number in the kernel; 0 for the parts of the server
 * @param keyId the credential that was presented, where there was one
 */
public record Actor(
    @Nullable String tenantId,
    String role,
    String id,
    @Nullable Long no,
    @Nullable String keyId,
    String requestId) {
  private static final String NO_TENANT = "server";

  public static Actor anonymous(String requestId) {
    return new Actor(null, "anonymous", "anonymous", null, null, requestId);
  }

  /** The server itself, where it acts for no tenant. */
  public static Actor server(String requestId) {
    return new Actor(null, NO_TENANT, NO_TENANT, 0L, null, requestId);
  }

  /** {@return the log that keeps the entry: the tenant's, or the server's own} */
  public String log() {
    return tenantId == null ? NO_TENANT : tenantId;
  }
}
