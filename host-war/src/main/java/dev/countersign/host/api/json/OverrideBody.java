package dev.countersign.host.api.json;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.DomainOverride;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word about a domain.
 *
 * @param verdict trusted, flagged or blocked
 * @param expiresAt ISO 8601, ending in Z
 */
@Schema(
    requiredProperties = {"verdict", "reason", "expires_at"},
    example =
        "{\"verdict\": \"trusted\", \"reason\": \"Our own domain\", \"expires_at\": \"2099-01-01T00:00:00Z\"}")
public record OverrideBody(
    @Nullable String verdict, @Nullable String reason, @Nullable String expiresAt) {
  /** {@return the word} */
  public DomainOverride word() {
    return Fields.word("verdict", Fields.required("verdict", verdict), DomainOverride::ofWire)
        .filter(word -> word != DomainOverride.NONE)
        .orElseThrow(
            () -> Fields.invalid("verdict", "verdict must be trusted, flagged or blocked."));
  }

  /** Nobody may overrule the score without saying why. */
  public String why(Limits limits) {
    return Fields.shortText(
            "reason", Fields.required("reason", reason), limits.value(Limit.NOTE_CHARACTERS))
        .orElseThrow();
  }

  /** {@return milliseconds since 1970} */
  public long until() {
    return Fields.time("expires_at", Fields.required("expires_at", expiresAt));
  }
}
