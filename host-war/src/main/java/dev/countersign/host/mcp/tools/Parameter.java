package dev.countersign.host.mcp.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One argument of a tool.
 *
 * @param schema JSON Schema of its value
 */
public record Parameter(String name, boolean required, Map<String, Object> schema) {
  static Parameter text(String name, String description) {
    return of(name, description, Map.of("type", "string"));
  }

  static Parameter texts(String name, String description) {
    return of(name, description, Map.of("type", "array", "items", Map.of("type", "string")));
  }

  static Parameter flag(String name, String description) {
    // The API takes 0 and 1 too, and older clients send them.
    return of(name, description, Map.of("type", List.of("boolean", "integer")));
  }

  static Parameter whole(String name, String description, int least, int most) {
    return of(name, description, Map.of("type", "integer", "minimum", least, "maximum", most));
  }

  static Parameter choice(String name, String description, String... values) {
    return of(name, description, Map.of("type", "string", "enum", List.of(values)));
  }

  /** True and nothing else. */
  static Parameter yes(String name, String description) {
    return of(name, description, Map.of("type", "boolean", "const", true));
  }

  static Parameter object(String name, String description, Map<String, Object> properties) {
    return of(name, description, Map.of("type", "object", "properties", properties));
  }

  static Parameter objects(String name, String description, Map<String, Object> properties) {
    var item = Map.of("type", "object", "properties", properties, "required", properties.keySet());
    return of(name, description, Map.of("type", "array", "items", item));
  }

  private static Parameter of(String name, String description, Map<String, Object> schema) {
    var whole = new LinkedHashMap<>(schema);
    whole.put("description", description);
    return new Parameter(name, false, whole);
  }

  Parameter needed() {
    return new Parameter(name, true, schema);
  }

  /** Null takes away what is there. */
  Parameter orNull() {
    var nullable = new LinkedHashMap<>(schema);
    nullable.put("type", List.of(String.valueOf(schema.get("type")), "null"));
    return new Parameter(name, required, nullable);
  }

  boolean mayBeNull() {
    return schema.get("type") instanceof List<?> types && types.contains("null");
  }
}
