package dev.countersign.conformance.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, whole numbers and truth values as canonical JSON (RFC 8785). */
final class Canonical {
  private Canonical() {}

  static String of(Object value) {
    return switch (value) {
      case Map<?, ?> members ->
          new TreeMap<>(members)
              .entrySet().stream()
                  .map(member -> of(member.getKey()) + ":" + of(member.getValue()))
                  .collect(Collectors.joining(",", "{", "}"));
      case List<?> elements ->
          elements.stream().map(Canonical::of).collect(Collectors.joining(",", "[", "]"));
      case String text ->
          "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> throw new IllegalArgumentException("not JSON: " + value);
    };
  }
}
