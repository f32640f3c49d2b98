package dev.countersign.host.domains;

import dev.countersign.kernel.Assessment;
import dev.countersign.kernel.DomainOverride;
import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.RiskBand;
import dev.countersign.kernel.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what was found about a domain into the words in which it is stored and shown. */
final class ReportWriter {
  private static final double THOUSANDTHS = 1000.0;
  private static final int WORST = 1000;
  private static final int REASONS_IN_SUMMARY = 4;

  private ReportWriter() {}

  static Report write(
      String domain,
      Map<Signal, Finding> findings,
      Assessment assessment,
      Risk risk,
      OwnKnowledge.Own own,
      List<String> sources,
      Instant now) {
    DomainOverride word = own.override();
    return new Report(
        domain,
        risk instanceof Risk.Known(int score) ? score / THOUSANDTHS : null,
        flagged(risk, own.flagFrom()),
        value(findings, Signal.DMARC),
        age(findings),
        findings.values().stream().map(ReportWriter::line).toList(),
        word == DomainOverride.NONE ? null : word.wire(),
        summary(findings, assessment, word),
        sources,
        now.toString());
  }

  private static @Nullable Boolean flagged(Risk risk, int from) {
    return risk instanceof Risk.Known
        ? DomainScore.band(risk, from, WORST) != RiskBand.GREEN
        : null;
  }

  private static Report.SignalReport line(Finding finding) {
    return new Report.SignalReport(
        finding.signal().wire(),
        finding.signal().word(finding.level()),
        finding.signal().weight(finding.level()) / THOUSANDTHS,
        finding.says());
  }

  private static @Nullable String value(Map<Signal, Finding> findings, Signal signal) {
    var finding = findings.get(signal);
    return finding == null ? null : finding.value().orElse(null);
  }

  private static @Nullable Long age(Map<Signal, Finding> findings) {
    var days = value(findings, Signal.REGISTRATION);
    return days == null ? null : Long.valueOf(days);
  }

  private static String summary(
      Map<Signal, Finding> findings, Assessment assessment, DomainOverride word) {
    String reasons =
        assessment.reasons().stream()
            .limit(REASONS_IN_SUMMARY)
            .map(reason -> says(findings, reason))
            .collect(Collectors.joining("; "));
    String plain = reasons.isEmpty() ? "nothing speaks against it" : reasons;
    return word == DomainOverride.NONE ? plain : "an operator has " + word.wire() + " it; " + plain;
  }

  private static String says(Map<Signal, Finding> findings, Assessment.Reason reason) {
    var finding = findings.get(reason.signal());
    String words = finding == null ? "was not looked at" : finding.says();
    return reason.level() == Level.UNKNOWN
        ? reason.signal().wire().replace('_', ' ') + " " + words
        : words;
  }
}
