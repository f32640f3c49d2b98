package dev.countersign.conformance.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An entry before it is signed; anything can still be written into it.
 *
 * @param signer the name of the key that will sign
 * @param note what will stand beside it, detached
 */
record Sheet(Map<String, Object> entry, String signer, Optional<String> note) {
  Sheet copy() {
    return new Sheet(copied(entry), signer, note);
  }

  Sheet signedBy(String other) {
    return new Sheet(entry, other, note);
  }

  String text(String name) {
    return String.valueOf(entry.get(name));
  }

  Map<String, Object> step() {
    return part("step");
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> part(String... path) {
    Map<String, Object> at = entry;
    for (String name : path) {
      at = (Map<String, Object>) java.util.Objects.requireNonNull(at.get(name), name);
    }
    return at;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> copied(Map<String, Object> map) {
    Map<String, Object> copy = new TreeMap<>();
    map.forEach(
        (name, value) ->
            copy.put(name, value instanceof Map ? copied((Map<String, Object>) value) : value));
    return copy;
  }
}
