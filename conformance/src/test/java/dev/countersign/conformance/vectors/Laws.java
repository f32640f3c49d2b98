package dev.countersign.conformance.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which laws rest on which guard or effect: the lines of {@code vectors/laws.txt}, an act, a
 * refusal or "effect", and laws; a star stands for any.
 */
final class Laws {
  static final String UNNAMED =
      "none by name; it is the specification itself that is departed from";

  private final List<String[]> lines;

  private Laws(List<String[]> lines) {
    this.lines = lines;
  }

  static Laws ofFile() {
    try (var in = Laws.class.getResourceAsStream("/vectors/laws.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Laws(
          text.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" +"))
              .toList());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  Set<String> named() {
    Set<String> all = new TreeSet<>();
    lines.forEach(line -> all.addAll(Arrays.asList(line).subList(2, line.length)));
    return all;
  }

  /** The call in words, and how it ended on both sides. */
  List<String> broken(String call, String expected, String actual) {
    Set<String> laws = new TreeSet<>();
    List<String> words = Arrays.asList(call.split("[ :]+"));
    for (String outcome : outcomes(expected, actual)) {
      for (String[] line : lines) {
        if ((line[0].equals("*") || words.contains(line[0]))
            && (line[1].equals("*") || line[1].equals(outcome))) {
          laws.addAll(Arrays.asList(line).subList(2, line.length));
        }
      }
    }
    return laws.isEmpty() ? List.of(UNNAMED) : new ArrayList<>(laws);
  }

  /** The guards in question; the effect, where both sides allow the call. */
  private static List<String> outcomes(String expected, String actual) {
    List<String> guards = new ArrayList<>();
    for (String said : List.of(expected, actual)) {
      if (said.startsWith("refused ")) {
        guards.add(said.substring("refused ".length()));
      }
    }
    return guards.isEmpty() ? List.of("effect") : guards;
  }
}
