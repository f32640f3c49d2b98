package dev.countersign.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Findings as they come, from whichever thread; the first ones are kept. Entries stand before what
 * follows from them.
 */
final class Collected {
  private static final int KEPT_MAX = 1000;
  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparingLong((Finding finding) -> finding.index().orElse(Long.MAX_VALUE))
          .thenComparing(Finding::rule);

  private final List<Finding> kept = new ArrayList<>();
  private long total;

  void add(Finding finding) {
    total++;
    if (kept.size() < KEPT_MAX) {
      kept.add(finding);
    }
  }

  List<Finding> inOrder() {
    return kept.stream().sorted(IN_ORDER).toList();
  }

  long total() {
    return total;
  }
}
