package dev.countersign.conformance.domains;

import java.util.List;
import java.util.Locale;

/**
 * How long calls took.
 *
 * @param nanos of each call, the fastest first
 */
record Spread(String what, List<Long> nanos, long complete) {
  private static final double NANOS_PER_MILLI = 1e6;

  static final String HEAD =
      """
      | calls | number | half of them within | 99 % within | slowest | complete |
      |---|---|---|---|---|---|
      """;

  static Spread of(String what, List<Long> nanos, long complete) {
    return new Spread(what, nanos.stream().sorted().toList(), complete);
  }

  private double millis(double share) {
    int at = (int) Math.ceil(share * nanos.size()) - 1;
    return nanos.get(Math.max(0, at)) / NANOS_PER_MILLI;
  }

  /** A row of the table in the documentation. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %.1f %% |%n",
        what,
        nanos.size(),
        text(millis(0.5)),
        text(millis(0.99)),
        text(millis(1)),
        100.0 * complete / nanos.size());
  }

  private static String text(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.3f ms" : "%.0f ms", millis);
  }
}
