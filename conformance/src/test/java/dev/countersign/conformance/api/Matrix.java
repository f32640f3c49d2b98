package dev.countersign.conformance.api;

import dev.countersign.conformance.api.Described.Operation;
import dev.countersign.conformance.api.Party.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Every operation with every kind of key: what succeeds that the description does not allow. */
final class Matrix {
  private final BiFunction<Call, Optional<String>, Reply> line;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> succeeded = new TreeSet<>();
  private int tried;

  Matrix(BiFunction<Call, Optional<String>, Reply> line) {
    this.line = line;
  }

  /** Tries the keys that must not do; they change nothing, so that one call serves all of them. */
  void refused(Call call, Map<String, Optional<String>> keys) {
    if (call.operation().open()) {
      return;
    }
    keys.forEach(
        (kind, key) -> {
          var reply = make(call, key);
          if (reply.status() < 400) {
            faults.add(call + " succeeds with " + kind + ": " + reply);
          }
        });
  }

  /** Tries keys that nobody holds (any more). */
  void strange(Call call, Map<String, Optional<String>> keys) {
    if (call.operation().open()) {
      return;
    }
    keys.forEach(
        (kind, key) -> {
          var reply = make(call, key);
          if (reply.status() != 401) {
            faults.add(call + " with " + kind + " is not answered 401: " + reply);
          }
        });
  }

  /** Tries a key that the description allows. */
  Reply allowed(Call call, Optional<String> key) {
    var reply = make(call, key);
    if (reply.succeeded()) {
      succeeded.add(call.operation().toString());
    }
    return reply;
  }

  private Reply make(Call call, Optional<String> key) {
    tried++;
    return line.apply(call, key);
  }

  static List<Kind> kinds(Operation operation, boolean allowed) {
    return List.of(Kind.values()).stream()
        .filter(kind -> kind.allowed(operation) == allowed)
        .toList();
  }

  List<String> faults() {
    return faults;
  }

  Set<String> succeeded() {
    return succeeded;
  }

  int tried() {
    return tried;
  }
}
