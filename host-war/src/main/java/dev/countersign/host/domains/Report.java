package dev.countersign.host.domains;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a domain when it was judged, as it is stored and shown.
 *
 * @param riskScore 0 to 1, an operator's word included; null where it is unknown
 * @param flagged whether that reached the tenant's threshold; null where it is unknown
 * @param dmarcPolicy none, quarantine or reject; null where there is none or nobody knows
 * @param domainAgeDays days since its registration; null where nobody knows
 * @param override an operator's word that counted: trusted, flagged or blocked
 * @param summary the reasons in plain words
 * @param sources who was asked
 * @param checkedAt ISO 8601
 */
public record Report(
    String domain,
    @Nullable Double riskScore,
    @Nullable Boolean flagged,
    @Nullable String dmarcPolicy,
    @Nullable Long domainAgeDays,
    List<SignalReport> signals,
    @Nullable String override,
    String summary,
    List<String> sources,
    String checkedAt) {
  /**
   * One signal of it.
   *
   * @param level a word of its own, such as null_mx, or unknown or off
   * @param weight its share of the score, 0 to 1
   */
  public record SignalReport(String signal, String level, double weight, String says) {}
}
