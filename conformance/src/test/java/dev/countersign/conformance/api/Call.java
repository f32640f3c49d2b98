package dev.countersign.conformance.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.api.Described.Operation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A call that has not been made yet.
 *
 * @param path the path's parameters, by name
 * @param body absent where the operation takes none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Call(
    Operation operation,
    Map<String, String> path,
    Map<String, String> query,
    Optional<JsonNode> body,
    Map<String, String> headers,
    byte[] bytes) {

  Call {
    path = new LinkedHashMap<>(path);
    query = new LinkedHashMap<>(query);
    headers = new LinkedHashMap<>(headers);
  }

  static Call json(
      Operation operation, Map<String, String> path, Map<String, String> query, JsonNode body) {
    var type = operation.bodies().getFirst().getKey();
    return new Call(
        operation,
        path,
        query,
        Optional.of(body),
        Map.of("Content-Type", type),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  Call with(JsonNode other) {
    return new Call(
        operation,
        path,
        query,
        Optional.of(other),
        headers,
        other.toString().getBytes(StandardCharsets.UTF_8));
  }

  Call with(byte[] raw) {
    return new Call(operation, path, query, Optional.empty(), headers, raw);
  }

  Call withPath(String name, String value) {
    var next = new Call(operation, path, query, body, headers, bytes);
    next.path.put(name, value);
    return next;
  }

  Call withQuery(String name, String value) {
    var next = new Call(operation, path, query, body, headers, bytes);
    next.query.put(name, value);
    return next;
  }

  Call withHeader(String name, String value) {
    var next = new Call(operation, path, query, body, headers, bytes);
    next.headers.put(name, value);
    return next;
  }

  /** {@return the address with everything filled in and encoded} */
  String address() {
    var address = new StringBuilder();
    for (var segment : operation.path().split("(?<=/)|(?=/)", -1)) {
      var name = segment.replaceAll("[{}]", "");
      address.append(segment.startsWith("{") ? encoded(path.getOrDefault(name, "none")) : segment);
    }
    var asked =
        query.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return asked.isEmpty() ? address.toString() : address + "?" + asked;
  }

  /** Everything but what RFC 3986 leaves as it is. */
  private static String encoded(String text) {
    var all = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) each;
      boolean plain =
          each > 0 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0);
      all.append(plain ? String.valueOf(letter) : String.format("%%%02X", each & 0xFF));
    }
    return all.toString();
  }

  /** {@return the ids that it names} */
  List<String> ids() {
    return path.values().stream().filter(Pool::isId).toList();
  }

  @Override
  public String toString() {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return operation.verb()
        + " "
        + address()
        + (headers.isEmpty() ? "" : " " + headers)
        + (text.isEmpty() ? "" : " " + (text.length() > 400 ? text.substring(0, 400) + "…" : text));
  }
}
