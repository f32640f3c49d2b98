package dev.countersign.host.api.json;

import dev.countersign.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the recipients.
 *
 * @param riskScore 0 (harmless) to 1; null while nothing is known
 * @param dmarcPolicy null while nothing is known
 */
public record DomainIntelligence(@Nullable Double riskScore, @Nullable String dmarcPolicy) {
  public static DomainIntelligence of(Risk risk) {
    return new DomainIntelligence(
        risk instanceof Risk.Known(int thousandths) ? thousandths / 1000.0 : null, null);
  }
}
