package dev.countersign.host.api.json;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import java.time.Duration;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds to try on past messages.
 *
 * @param riskThreshold 0 to 1
 * @param riskFlagFrom 0 to 1; the tenant's own by default
 * @param days how far back, 30 by default
 */
@Schema(
    requiredProperties = "risk_threshold",
    example = "{\"risk_threshold\": 0.5, \"risk_flag_from\": 0.2, \"days\": 30}")
public record DryRunBody(
    @Nullable Double riskThreshold, @Nullable Double riskFlagFrom, @Nullable Integer days) {
  private static final int DAYS = 30;
  private static final int DAYS_MAX = 3660;
  private static final int THOUSANDTHS = 1000;

  /** {@return the threshold in thousandths} */
  public int threshold() {
    return thousandths("risk_threshold", Fields.present("risk_threshold", riskThreshold));
  }

  /** {@return from which risk to flag, in thousandths} */
  public OptionalInt flagFrom() {
    return riskFlagFrom == null
        ? OptionalInt.empty()
        : OptionalInt.of(thousandths("risk_flag_from", riskFlagFrom));
  }

  private static int thousandths(String field, double given) {
    if (!(0 <= given && given <= 1)) {
      throw Problem.field(ErrorCode.OUT_OF_RANGE, field, field + " must be from 0 to 1.");
    }
    return (int) Math.round(given * THOUSANDTHS);
  }

  /** {@return how far back to look} */
  public Duration span() {
    int given = days == null ? DAYS : days;
    if (given < 1 || DAYS_MAX < given) {
      throw Problem.field(
          ErrorCode.OUT_OF_RANGE, "days", "days must be a whole number from 1 to 3660.");
    }
    return Duration.ofDays(given);
  }
}
