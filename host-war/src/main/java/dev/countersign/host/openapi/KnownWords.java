package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Members whose words are the kernel's, and times: their names tell what they hold. */
final class KnownWords {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "oversight_mode", Arrays.stream(Mode.values()).map(Mode::wire).toList(),
          "direction", Arrays.stream(Direction.values()).map(Direction::wire).toList(),
          "gate_timing", Arrays.stream(GateTiming.values()).map(GateTiming::wire).toList(),
          "default_gate_timing", Arrays.stream(GateTiming.values()).map(GateTiming::wire).toList(),
          "scopes", Arrays.stream(Scope.values()).map(Scope::wire).toList());

  private KnownWords() {}

  /** Adds the words that a member of this name may hold, where it holds text. */
  static void add(String member, ObjectNode schema) {
    var text = schema.path("items").isObject() ? (ObjectNode) schema.path("items") : schema;
    if (!text.path("type").asText().equals("string")) {
      return;
    }
    if (WORDS.containsKey(member)) {
      WORDS.get(member).forEach(text.putArray("enum")::add);
    } else if (member.endsWith("_at")) {
      text.put("format", "date-time");
    }
  }
}
