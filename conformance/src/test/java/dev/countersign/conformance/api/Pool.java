package dev.countersign.conformance.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.api.Described.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** What answers have told of: ids and the like, for later calls to name. */
final class Pool {
  private static final Pattern ID = Pattern.compile("[a-z]+_[0-9A-Z]{26}");
  private static final int KEPT = 40;
  private static final List<String> NAMES =
      List.of("id", "domain", "email_address", "kid", "filename", "name");

  private final Map<String, List<String>> known = new HashMap<>();
  private final Set<String> barred = new LinkedHashSet<>();

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** What must not be named: the keys that the calls are made with. */
  void bar(String id) {
    barred.add(id);
  }

  /** Notes what an answer of this operation tells. */
  void harvest(Operation operation, JsonNode answer) {
    note(operation.path(), answer, 0);
  }

  private void note(String collection, JsonNode node, int depth) {
    if (depth > 5) {
      return;
    }
    for (var member : node.properties()) {
      if (member.getValue().isTextual()) {
        var text = member.getValue().asText();
        if (NAMES.contains(member.getKey())) {
          add("at " + collection + " " + member.getKey(), text);
        }
        if (isId(text)) {
          add(text.substring(0, text.indexOf('_')), text);
        }
      }
    }
    if (node.path("status").asText().equals("pending_send_approval") && node.has("id")) {
      add("pending", node.path("id").asText());
    }
    node.forEach(child -> note(collection, child, depth + 1));
  }

  void add(String kind, String value) {
    if (barred.contains(value)) {
      return;
    }
    var values = known.computeIfAbsent(kind, key -> new ArrayList<>());
    values.remove(value);
    values.add(value);
    if (values.size() > KEPT) {
      values.removeFirst();
    }
  }

  Optional<String> newest(String kind) {
    return Optional.ofNullable(known.get(kind)).map(List::getLast);
  }

  Optional<String> any(String kind, Random random) {
    return Optional.ofNullable(known.get(kind))
        .map(values -> values.get(random.nextInt(values.size())));
  }

  /** {@return every kind of which there is something} */
  List<String> kinds() {
    return known.keySet().stream().sorted().toList();
  }
}
