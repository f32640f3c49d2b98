package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values to show for a schema: its own examples, or ones that its members' names suggest. */
final class Examples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ULID = "01JDA3V9K4Q7T2W8X5Y6Z0B1CD";
  private static final String SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("id", "em_" + ULID),
          Map.entry("message_id", "em_" + ULID),
          Map.entry("email_id", "em_" + ULID),
          Map.entry("email", "bob@example.org"),
          Map.entry("mailbox_id", "mbx_" + ULID),
          Map.entry("thread_id", "thr_" + ULID),
          Map.entry("tenant_id", "ten_" + ULID),
          Map.entry("agent_id", "agent_" + ULID),
          Map.entry("actor_id", "agent_" + ULID),
          Map.entry("from", "agent@acme.example"),
          Map.entry("to", "bob@example.org"),
          Map.entry("address", "agent@acme.example"),
          Map.entry("mailbox", "agent@acme.example"),
          Map.entry("domain", "example.org"),
          Map.entry("subject", "Q1 Report Summary"),
          Map.entry("markdown", "Here is your Q1 report summary."),
          Map.entry("text_body", "Here is your Q1 report summary."),
          Map.entry("digest", SHA256),
          Map.entry("reason", "Checked with finance"),
          Map.entry("url", "https://siem.example.org/countersign"),
          Map.entry("error", "No such message."),
          Map.entry("code", "not_found"),
          Map.entry("target_mode", "monitored"),
          Map.entry("name", "Reporting agent"));
  private static final String TIME = "2026-04-19T14:32:11Z";

  private final Map<String, ObjectNode> components;

  Examples(Map<String, ObjectNode> components) {
    this.components = components;
  }

  /** {@return a value of this schema, for a member of this name} */
  JsonNode of(String name, JsonNode schema) {
    if (schema.has("examples")) {
      return schema.path("examples").path(0);
    } else if (schema.has("enum")) {
      return schema.path("enum").path(0);
    } else if (schema.has("$ref")) {
      var component = schema.path("$ref").asText().replaceFirst(".*/", "");
      return of(name, Objects.requireNonNull(components.get(component)));
    }
    for (var choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return of(name, schema.path(choice).path(0));
      }
    }
    return ofType(name, schema);
  }

  private JsonNode ofType(String name, JsonNode schema) {
    var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
    return switch (type.asText()) {
      case "object" -> object(schema);
      case "array" -> JSON.arrayNode().add(of(name, schema.path("items")));
      case "boolean" -> JSON.booleanNode(true);
      case "integer" -> JSON.numberNode(name.endsWith("_at") ? 1_776_609_131_000L : 1);
      case "number" -> JSON.numberNode(0.04);
      case "string" -> text(name, schema);
      default -> JSON.textNode(text(name));
    };
  }

  /** All members of an answer; of a request only what a call needs, if anything is needed. */
  private ObjectNode object(JsonNode schema) {
    var object = JSON.objectNode();
    var members = schema.path("properties");
    if (schema.path("required").isEmpty()) {
      members
          .properties()
          .forEach(each -> object.set(each.getKey(), of(each.getKey(), each.getValue())));
    } else {
      schema
          .path("required")
          .forEach(
              name -> object.set(name.asText(), of(name.asText(), members.path(name.asText()))));
    }
    return object;
  }

  private static JsonNode text(String name, JsonNode schema) {
    return JSON.textNode(schema.path("format").asText().equals("date-time") ? TIME : text(name));
  }

  private static String text(String name) {
    if (name.endsWith("_sha256") || name.endsWith("_hash")) {
      return SHA256;
    }
    return BY_NAME.getOrDefault(name, name.endsWith("_email") ? "ann@acme.example" : "text");
  }
}
