package dev.countersign.conformance.domains;

import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For every threshold, how many bad domains score above it, and how many good ones. */
final class RocCurve {
  static final int THOUSANDTHS = 1000;

  private final List<Integer> good = new ArrayList<>();
  private final List<Integer> bad = new ArrayList<>();
  private int unknown;

  RocCurve(List<LabelledDomains.Labelled> set) {
    for (LabelledDomains.Labelled each : set) {
      if (DomainScore.assess(each.levels()).risk() instanceof Risk.Known(int score)) {
        (each.bad() ? bad : good).add(score);
      } else {
        unknown++;
      }
    }
  }

  int good() {
    return good.size();
  }

  int bad() {
    return bad.size();
  }

  int unknown() {
    return unknown;
  }

  /** Of the bad, the share at or above this score. */
  double caught(int from) {
    return share(bad, from);
  }

  /** Of the good, likewise. */
  double wrongly(int from) {
    return share(good, from);
  }

  private static double share(List<Integer> scores, int from) {
    return (double) scores.stream().filter(score -> score >= from).count() / scores.size();
  }

  /** The probability that a bad domain scores higher than a good one, ties counted half. */
  double area() {
    double wins = 0;
    for (int b : bad) {
      for (int g : good) {
        wins += b > g ? 1 : b == g ? 0.5 : 0;
      }
    }
    return wins / ((double) bad.size() * good.size());
  }

  /** A row of the table in the documentation. */
  String row(String meaning, int from) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f %% | %.1f %% |",
        meaning,
        100 * caught(from),
        100 * wrongly(from));
  }
}
