package dev.countersign.conformance.mutants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mutants that change nothing that can be seen, each with the reason. */
record Equivalents(Map<String, String> reasons) {
  private static final String BETWEEN = " | ";

  /** A line is a mutant's name, a bar and the reason. */
  static Equivalents ofFile(String name) throws IOException {
    try (var in = Equivalents.class.getResourceAsStream("/mutants/" + name)) {
      if (in == null) {
        throw new IOException("mutants/" + name + " is missing");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  static Equivalents of(List<String> lines) {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int bar = line.lastIndexOf(BETWEEN);
      if (bar < 0 || line.substring(bar + BETWEEN.length()).isBlank()) {
        throw new IllegalArgumentException("no reason is given: " + line);
      }
      if (reasons.put(line.substring(0, bar), line.substring(bar + BETWEEN.length())) != null) {
        throw new IllegalArgumentException("listed twice: " + line);
      }
    }
    return new Equivalents(reasons);
  }

  /** What is wrong: nothing, if every mutant is noticed or listed and the list holds no other. */
  List<String> complaints(List<Mutant> mutants) {
    List<String> complaints = new ArrayList<>();
    Map<String, String> left = new TreeMap<>(reasons);
    for (Mutant mutant : mutants) {
      boolean listed = left.remove(mutant.name()) != null;
      if (!mutant.noticed() && !listed) {
        complaints.add("no test notices: " + mutant.name() + " (" + mutant.line() + ")");
      } else if (mutant.noticed() && listed) {
        complaints.add("listed as no change, but a test notices: " + mutant.name());
      }
    }
    left.keySet().forEach(name -> complaints.add("listed, but there is no such mutant: " + name));
    return complaints;
  }
}
