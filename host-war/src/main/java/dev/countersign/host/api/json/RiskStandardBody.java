package dev.countersign.host.api.json;

import dev.countersign.host.domains.RiskStandard;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's thresholds, 0 to 1.
 *
 * @param riskThreshold above which new mailboxes block
 * @param riskFlagFrom from which domains are flagged
 */
@Schema(
    requiredProperties = {"risk_threshold", "risk_flag_from"},
    example = "{\"risk_threshold\": 0.7, \"risk_flag_from\": 0.3}")
public record RiskStandardBody(@Nullable Double riskThreshold, @Nullable Double riskFlagFrom) {
  private static final int THOUSANDTHS = 1000;

  public static RiskStandardBody of(RiskStandard standard) {
    return new RiskStandardBody(
        standard.blockAbove() / (double) THOUSANDTHS, standard.flagFrom() / (double) THOUSANDTHS);
  }

  /** {@return the thresholds; both are required, so that nothing is set unseen} */
  public RiskStandard standard() {
    int block = thousandths("risk_threshold", riskThreshold);
    int flag = thousandths("risk_flag_from", riskFlagFrom);
    if (block < flag) {
      throw Problem.field(
          ErrorCode.OUT_OF_RANGE,
          "risk_flag_from",
          "risk_flag_from must not be above risk_threshold.");
    }
    return new RiskStandard(flag, block);
  }

  private static int thousandths(String field, @Nullable Double value) {
    double given = Fields.present(field, value);
    if (!(0 <= given && given <= 1)) {
      throw Problem.field(ErrorCode.OUT_OF_RANGE, field, field + " must be from 0 to 1.");
    }
    return (int) Math.round(given * THOUSANDTHS);
  }
}
