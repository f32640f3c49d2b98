package dev.countersign.conformance.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Vectors in which one bit of one outcome is not what the specification says. */
final class TamperedVectors {
  private final List<List<String>> sections = new ArrayList<>();
  private final long seed;

  TamperedVectors(Path file, long seed) throws IOException {
    this.seed = seed;
    List<String> section = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      section.add(line);
      if (line.equals("end")) {
        sections.add(section);
        section = new ArrayList<>();
      }
    }
  }

  /** Each in another place; every fourth in a trace. */
  int assertEachIsNoticed(int count) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      boolean trace = i % 4 == 0;
      List<List<String>> fit =
          sections.stream()
              .filter(section -> section.get(0).startsWith("traces") == trace)
              .toList();
      List<String> section = fit.get(random.nextInt(fit.size()));
      List<Integer> places = outcomes(section);
      int line = places.get(random.nextInt(places.size()));
      List<String> shortened = trace ? new ArrayList<>(section) : only(section, line);
      int at = trace ? line : shortened.size() - 2;
      assertEquals(null, compare(shortened), "untampered");
      shortened.set(at, flip(shortened.get(at), random));
      assertNotNull(
          compare(shortened),
          "seed " + seed + ": unnoticed in line " + line + " of " + section.get(0));
    }
    return count;
  }

  private static @Nullable Object compare(List<String> lines) {
    Map<String, Object> seen = new Comparison().apply(lines.stream());
    return seen.get("difference");
  }

  private static List<Integer> outcomes(List<String> section) {
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i < section.size() - 1; i++) {
      String first = section.get(i).split(" ", 2)[0];
      if (!List.of("depth", "state", "prologue", "call", "presenter", "act").contains(first)) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<String> only(List<String> section, int line) {
    List<String> lines = new ArrayList<>();
    section.stream().takeWhile(text -> !text.startsWith("now=")).forEach(lines::add);
    lines.add(section.get(line));
    lines.add("end");
    return lines;
  }

  /** In an answer: another state would be another question. */
  private static String flip(String line, Random random) {
    int from = line.indexOf('|') + 1;
    StringBuilder changed = new StringBuilder(line);
    int at = from + random.nextInt(line.length() - from);
    changed.setCharAt(at, (char) (line.charAt(at) ^ (1 << random.nextInt(7))));
    return changed.toString();
  }
}
