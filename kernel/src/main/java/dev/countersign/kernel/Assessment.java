package dev.countersign.kernel;

import java.util.List;

/**
 * What the findings about a domain come to.
 *
 * @param reasons what made the score, or kept it unknown; the heaviest first
 */
public record Assessment(Risk risk, List<Reason> reasons) {
  /** One signal's share of a score, in thousandths. */
  public record Reason(Signal signal, Level level, int thousandths) {}

  public Assessment {
    reasons = List.copyOf(reasons);
  }
}
