package dev.countersign.host.api.suppression;

import dev.countersign.host.api.json.Times;
import dev.countersign.host.suppression.SuppressionRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An address that is not written to.
 *
 * @param reason bounce, complaint, unsubscribe or manual
 * @param mailboxId whose mail was the occasion
 */
public record SuppressionJson(
    String id,
    @Schema(example = "bob@example.org") String emailAddress,
    String reason,
    @Nullable String mailboxId,
    String createdAt) {
  public static SuppressionJson of(SuppressionRow row) {
    return new SuppressionJson(
        row.id(), row.address(), row.reason().wire(), row.mailboxId(), Times.iso(row.createdAt()));
  }

  /**
   * A page of them, newest first.
   *
   * @param cursor for the next page; null at the end
   */
  public record Listed(List<SuppressionJson> suppressions, @Nullable String cursor) {
    static Listed of(List<SuppressionRow> oneMore, int limit) {
      var shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
      return new Listed(
          shown.stream().map(SuppressionJson::of).toList(),
          oneMore.size() > limit ? shown.getLast().id() : null);
    }
  }

  /** An address that may be written to again. */
  public record Lifted(String emailAddress, boolean deleted) {}

  /** An address to be taken off by hand. */
  @Schema(
      requiredProperties = "email_address",
      example = "{\"email_address\": \"bob@example.org\"}")
  public record Body(@Nullable String emailAddress) {}
}
