package dev.countersign.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The risk of a domain from what was found about it, and of a message from its domains. */
public final class DomainScore {
  private DomainScore() {}

  /** Scores a domain. A signal that the findings lack is unknown. */
  public static Assessment assess(Map<Signal, Level> findings) {
    int risk = 0;
    List<Assessment.Reason> reasons = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      Level level = findings.getOrDefault(signal, Level.UNKNOWN);
      var weights = dev.countersign.kernel.core.Signal.weights(signal.code);
      risk = dev.countersign.kernel.core.DomainScore.with(risk, weights, level.code);
      if (weights.at(level.code) != 0 || level == Level.UNKNOWN) {
        reasons.add(new Assessment.Reason(signal, level, weights.at(level.code)));
      }
    }
    reasons.sort(
        Comparator.comparing((Assessment.Reason reason) -> !hidesTheRisk(reason))
            .thenComparing(Assessment.Reason::thousandths, Comparator.reverseOrder()));
    return new Assessment(Core.out(risk), reasons);
  }

  private static boolean hidesTheRisk(Assessment.Reason reason) {
    return reason.level() == Level.UNKNOWN && reason.signal().essential();
  }

  /**
   * The risk of a message: that of the recipient, in To, Cc or Bcc, whose domain is the worst.
   * Above the threshold is worse than unknown, and that is worse than any other score.
   *
   * @param threshold of the mailbox's policy, in thousandths
   * @param risks of every recipient's domain, not empty, none of them unchecked
   */
  public static Risk worst(int threshold, List<Risk> risks) {
    if (risks.isEmpty()) {
      throw new IllegalArgumentException("a message has a recipient");
    }
    int worst = 0;
    for (Risk risk : risks) {
      worst = dev.countersign.kernel.core.DomainScore.worse(threshold, worst, judged(risk));
    }
    return Core.out(worst);
  }

  /**
   * The risk of a domain about which an operator has said something.
   *
   * @param flagFrom the least score that is flagged, in thousandths
   */
  public static Risk overridden(Risk risk, DomainOverride word, int flagFrom) {
    return Core.out(
        dev.countersign.kernel.core.DomainScore.overridden(judged(risk), word.code, flagFrom));
  }

  /** What a risk means where scores from {@code flagFrom} are flagged and above the other block. */
  public static RiskBand band(Risk risk, int flagFrom, int threshold) {
    return RiskBand.of(
        dev.countersign.kernel.core.DomainScore.band(judged(risk), flagFrom, threshold));
  }

  private static int judged(Risk risk) {
    if (risk instanceof Risk.Unchecked) {
      throw new IllegalArgumentException("unchecked is what a mailbox without checks gets");
    }
    return Core.in(risk);
  }
}
