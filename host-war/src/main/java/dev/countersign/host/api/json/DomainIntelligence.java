package dev.countersign.host.api.json;

import dev.countersign.host.domains.Report;
import dev.countersign.kernel.Risk;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the recipients: the risk of the message, then the domain that counts most, then
 * every domain.
 *
 * @param riskScore 0 (harmless) to 1; null while nothing is known
 * @param flagged whether that reaches the tenant's threshold for flags; null where nobody knows
 * @param dmarcPolicy none, quarantine or reject; null while nothing is known
 * @param summary the reasons in plain words
 * @param checkedAt ISO 8601
 */
public record DomainIntelligence(
    @Nullable Double riskScore,
    @Nullable Boolean flagged,
    @Nullable String dmarcPolicy,
    @Nullable Long domainAgeDays,
    @Nullable String domain,
    @Nullable String summary,
    List<Report.SignalReport> signals,
    @Nullable String checkedAt,
    List<String> sources,
    List<Report> domains) {
  private static final double THOUSANDTHS = 1000.0;

  /** Of a message with this risk and these recipients' domains. */
  public static DomainIntelligence of(Risk risk, List<Report> reports) {
    @Nullable Double score =
        risk instanceof Risk.Known(int thousandths) ? thousandths / THOUSANDTHS : null;
    return reports.stream()
        .max(Comparator.comparingDouble(report -> badness(report, score == null)))
        .map(worst -> of(score, worst, reports))
        .orElseGet(
            () ->
                new DomainIntelligence(
                    score, null, null, null, null, null, List.of(), null, List.of(), List.of()));
  }

  /** Of one domain, asked for by itself. */
  public static DomainIntelligence of(Report report) {
    return of(report.riskScore(), report, List.of(report));
  }

  private static DomainIntelligence of(@Nullable Double score, Report worst, List<Report> reports) {
    return new DomainIntelligence(
        score,
        worst.flagged(),
        worst.dmarcPolicy(),
        worst.domainAgeDays(),
        worst.domain(),
        worst.summary(),
        worst.signals(),
        worst.checkedAt(),
        worst.sources(),
        reports);
  }

  /** Where the message's risk is unknown, so is that of the domain that made it so. */
  private static double badness(Report report, boolean unknownCounts) {
    return report.riskScore() == null ? (unknownCounts ? 2 : -1) : report.riskScore();
  }
}
