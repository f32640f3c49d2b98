package dev.countersign.host.api.json;

import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.ledger.PayloadRow;
import dev.countersign.host.platform.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One call on record.
 *
 * @param resourceId what was acted on, as the caller named it
 * @param logIndex its place in the log; null for the moment until it has one
 * @param actorKeyId the key that was presented; null for the parts of the server
 */
public record AuditEntry(
    String id,
    String action,
    @Nullable String resourceType,
    @Nullable String resourceId,
    String actorRole,
    String actorId,
    @Nullable String actorKeyId,
    @Nullable Long logIndex,
    Metadata metadata,
    String createdAt) {

  /**
   * How the call ended and under which policy.
   *
   * @param outcome ok or refused, {@code reason} says why
   * @param policyVersion the version of the mailbox's policy that counted
   */
  public record Metadata(
      String outcome,
      @Nullable String reason,
      @Nullable String mailboxId,
      @Nullable String oversightMode,
      @Nullable Long policyVersion,
      @Nullable String status,
      @Nullable String digest,
      @Nullable String risk,
      @Nullable String note,
      String requestId) {}

  /** What is written beside the leaf. */
  record Written(@Nullable String note, @Nullable String object) {
    static final Written NOTHING = new Written(null, null);

    static Written of(PayloadRow row) {
      try {
        var json = new ByteArrayInputStream(row.payload().getBytes(StandardCharsets.UTF_8));
        return Json.read(json, Written.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static AuditEntry of(LedgerRow row, @Nullable PayloadRow beside) {
    var written = beside == null ? Written.NOTHING : Written.of(beside);
    @Nullable String object = row.objectId() == null ? written.object() : row.objectId();
    return new AuditEntry(
        row.id(),
        row.action(),
        type(object),
        object,
        row.actorRole(),
        row.actorId(),
        row.keyId(),
        row.logIndex(),
        new Metadata(
            row.outcome(),
            row.reason(),
            row.mailboxId(),
            row.oversightMode(),
            row.policyVersion(),
            row.status(),
            row.digest(),
            row.risk(),
            written.note(),
            row.requestId()),
        Times.iso(row.at()));
  }

  /** The kind that an id carries in its prefix. */
  private static @Nullable String type(@Nullable String id) {
    if (id == null) {
      return null;
    }
    return switch (id.substring(0, id.indexOf('_') + 1)) {
      case "em_", "pend_" -> "email";
      case "mbx_" -> "mailbox";
      case "key_" -> "api_key";
      case "wh_" -> "webhook";
      default -> null;
    };
  }
}
