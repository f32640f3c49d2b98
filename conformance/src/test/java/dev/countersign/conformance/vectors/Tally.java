package dev.countersign.conformance.vectors;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a comparison has seen so far. */
final class Tally {
  long steps;
  long states;
  long traceSteps;
  long traceStates;
  int depth;
  BigInteger traces = BigInteger.ZERO;

  /** Which combinations the stated bound has been through. */
  final Set<String> bound = new TreeSet<>();

  @Nullable Difference difference;

  /** Keeps the difference with the shorter trace; one of a table yields to any trace. */
  void found(Difference other) {
    if (difference == null || length(other) < length(difference)) {
      difference = other;
    }
  }

  /** Nothing of that length could take the place of the difference that is known. */
  boolean hasShorterTraceThan(int length) {
    return difference != null && !difference.trace().isEmpty() && length(difference) <= length;
  }

  private static int length(Difference difference) {
    return difference.trace().isEmpty() ? Integer.MAX_VALUE : difference.trace().size();
  }
}
