package dev.countersign.conformance.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a call has to come to.
 *
 * @param code of the error; null for none
 * @param line its one ledger entry
 * @param says what the answer's body has to say once everything that follows is done: JSON pointers
 *     and texts; {@code /list[]/member} is the members of a list in order, a list its size
 */
record Outcome(
    int status, @Nullable String code, Line line, Function<World, Map<String, String>> says) {
  static Outcome fine(int status, Line line) {
    return new Outcome(status, null, line, settled -> Map.of());
  }

  static Outcome refused(String code, Line line) {
    return new Outcome(Words.status(code), code, line.refused(code), settled -> Map.of());
  }

  static Outcome refused(Refusal why, Line line) {
    return refused(why.code(), line);
  }

  Outcome saying(Function<World, Map<String, String>> more) {
    return new Outcome(status, code, line, more);
  }

  /** What is otherwise in this answer, whatever its body says of later; empty if nothing is. */
  List<String> differences(Answer answer) {
    List<String> found = new ArrayList<>();
    if (answer.status() != status) {
      found.add("status: expected " + status + ", was " + answer.status() + " " + answer.body());
    } else if (code != null && !answer.text("code").equals(code)) {
      found.add("code: expected " + code + ", was " + answer.text("code"));
    }
    return found;
  }

  /** What is otherwise in its body. */
  List<String> differences(Answer answer, World settled) {
    List<String> found = new ArrayList<>();
    says.apply(settled)
        .forEach(
            (where, expected) -> {
              var actual = text(answer.json(), where);
              if (!actual.equals(expected)) {
                found.add(where + ": expected " + expected + ", was " + actual);
              }
            });
    return found;
  }

  private static String text(JsonNode json, String where) {
    int list = where.indexOf("[]");
    if (list < 0) {
      var node = json.at(where);
      return node.isArray() ? Integer.toString(node.size()) : node.asText();
    }
    return StreamSupport.stream(json.at(where.substring(0, list)).spliterator(), false)
        .map(each -> each.at(where.substring(list + 2)).asText())
        .collect(Collectors.joining(" "));
  }
}
