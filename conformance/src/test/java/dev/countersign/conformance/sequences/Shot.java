package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.sequences.Ask.Made;

/**
 * A call that was made while others were under way.
 *
 * @param begun nanoseconds of a clock that all shots share, likewise {@code ended}
 */
record Shot(Ask ask, Answer answer, Made made, long begun, long ended) {
  String request() {
    return Wire.requestOf(answer);
  }

  /** It had ended before the other began, so it comes before it in any order. */
  boolean before(Shot other) {
    return ended < other.begun;
  }

  @Override
  public String toString() {
    return ask
        + " ["
        + begun / 1000
        + " to "
        + ended / 1000
        + " us] -> "
        + answer.status()
        + " "
        + answer.text("code");
  }
}
