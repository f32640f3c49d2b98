package dev.countersign.host.domains;

import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Risk;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The domains of all recipients of a message, To, Cc and Bcc, each judged. */
public record Judgement(List<Judged> domains) {
  public Judgement {
    domains = List.copyOf(domains);
  }

  /** The risk of the message under a mailbox's threshold, in thousandths. */
  public Risk risk(int threshold) {
    return DomainScore.worst(threshold, domains.stream().map(Judged::risk).toList());
  }

  /** Whether nothing better is to be learnt by waiting. */
  public boolean settled() {
    return domains.stream().allMatch(Judged::complete);
  }

  /** Every domain with its reasons in plain words, the riskiest first; for the ledger. */
  public String summary() {
    return domains.stream()
        .map(Judged::report)
        .sorted(
            Comparator.comparing(
                report -> report.riskScore() == null ? 2.0 : report.riskScore(),
                Comparator.reverseOrder()))
        .map(Judgement::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Report report) {
    String score = report.riskScore() == null ? "unknown" : Double.toString(report.riskScore());
    return report.domain() + " " + score + ": " + report.summary();
  }
}
