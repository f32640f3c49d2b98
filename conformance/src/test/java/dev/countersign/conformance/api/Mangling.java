package dev.countersign.conformance.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a call in one way, or in several. */
final class Mangling {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "😀".repeat(100),
          "\u202Eevil\u202C",
          "<script>alert(1)</script>",
          "'; DROP TABLE messages; --",
          "../../etc/passwd",
          "%00%2e%2e%2f",
          "a@b@c",
          "\r\nBcc: x@peer.example",
          "null",
          "-1",
          "1e999",
          "9".repeat(40),
          "9999-12-31T23:59:59.999Z",
          "2026-13-45T99:99:99Z",
          "em_01JDA3V9K4Q7T2W8X5Y6Z0B1CD",
          "mbx_ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
          "ß".repeat(5000),
          "x".repeat(70_000));
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1",
          "9223372036854775807",
          "9223372036854775808",
          "1e400",
          "0.1",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"a\":{}}",
          "[\"a\",1]",
          "[\"a@peer.example\"]");
  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "\"text\"",
          "1",
          "{",
          "{\"a\":1,\"a\":2}",
          "{}{}",
          "\u0000",
          "[[[[[[",
          "{\"\":1}",
          "<a/>");

  private final Random random;
  private final List<String> foreign;

  /**
   * @param foreign ids of another tenant
   */
  Mangling(Random random, List<String> foreign) {
    this.random = random;
    this.foreign = foreign;
  }

  Call spoil(Call call) {
    var spoilt = once(call);
    return random.nextInt(3) == 0 ? once(spoilt) : spoilt;
  }

  private Call once(Call call) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 ->
          call.body().map(body -> call.with(spoilt(body))).orElseGet(() -> asked(call));
      case 4 -> asked(call);
      case 5 -> placed(call);
      case 6 -> typed(call);
      default -> call.operation().bodies().isEmpty() ? placed(call) : raw(call);
    };
  }

  private Call asked(Call call) {
    List<String> names = new ArrayList<>();
    call.operation()
        .node()
        .path("parameters")
        .forEach(
            each -> {
              if (each.path("in").asText().equals("query")) {
                names.add(each.path("name").asText());
              }
            });
    names.add("unknown");
    return call.withQuery(pick(names), bounded());
  }

  private Call placed(Call call) {
    if (call.path().isEmpty()) {
      return asked(call);
    }
    var name = pick(List.copyOf(call.path().keySet()));
    return call.withPath(
        name, random.nextBoolean() && !foreign.isEmpty() ? pick(foreign) : notEmpty());
  }

  /** The HTTP server itself answers addresses of more than 8 KiB, without a body. */
  private String bounded() {
    var text = text();
    return text.length() > 1000 ? text.substring(0, 1000) : text;
  }

  /** An empty segment would be another address, and NUL in one is the HTTP server's to answer. */
  private String notEmpty() {
    var text = bounded().replace("\u0000", "");
    return text.isBlank() ? "x" : text;
  }

  private Call typed(Call call) {
    return random.nextBoolean() || call.bytes().length == 0
        ? call.withHeader(
            "Accept", pick(List.of("text/html", "application/xml", "*/*", "image/png")))
        : call.withHeader(
            "Content-Type", pick(List.of("text/plain", "application/xml", "multipart/form-data")));
  }

  private Call raw(Call call) {
    return call.with(pick(BODIES).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode spoilt(JsonNode body) {
    if (!(body.deepCopy() instanceof ObjectNode object)) {
      return body;
    }
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.add("unknown_" + random.nextInt(3));
    var name = pick(names);
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(name, text());
      case 2 -> object.set(name, value());
      default ->
          object.put(name, random.nextBoolean() && !foreign.isEmpty() ? pick(foreign) : text());
    }
    return object;
  }

  private JsonNode value() {
    try {
      return JSON.readTree(pick(VALUES));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text() {
    return pick(TEXTS);
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
