package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import java.util.function.Function;

/** The outcomes on one line: a refusal is a letter, what a call leads to stands in braces. */
final class Tokens {
  private static final Refusal[] REFUSALS = Refusal.values();

  private final String line;
  private int at;

  Tokens(String line, int at) {
    this.line = line;
    this.at = at;
  }

  /** Reads the next outcome; what is in the braces is for {@code read} to make sense of. */
  <S> Decision<S> next(Function<String, S> read) {
    char letter = line.charAt(at);
    if (letter != '{') {
      at++;
      int number = letter - 'A';
      if (number < 0 || REFUSALS.length <= number) {
        throw new IllegalArgumentException("no outcome is written " + letter);
      }
      return new Decision.Refused<>(REFUSALS[number]);
    }
    int end = line.indexOf('}', at);
    String inner = line.substring(at + 1, end);
    at = end + 1;
    return new Decision.Allowed<>(read.apply(inner));
  }

  void finish() {
    if (at != line.length()) {
      throw new IllegalArgumentException("a line goes on after its last outcome");
    }
  }
}
