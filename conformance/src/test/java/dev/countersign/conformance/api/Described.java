package dev.countersign.conformance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A description of the API (OpenAPI 3.1), and what is valid by it. */
final class Described {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonNode document;
  private final JsonNode closed;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  Described(JsonNode document) {
    this.document = document;
    this.closed = closed(document.path("components").deepCopy());
  }

  JsonNode document() {
    return document;
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            all.add(
                                new Operation(
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    verb.getValue()))));
    return all;
  }

  /** {@return the schema that another one names, or the same} */
  JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
  }

  /** {@return what is wrong with this value, as a request may be} */
  List<String> faults(JsonNode schema, JsonNode value) {
    return faults(schema, document.path("components"), "open", value);
  }

  /** {@return what is wrong with an answer, which has no members but those described} */
  List<String> faultsOfAnswer(JsonNode schema, JsonNode value) {
    return faults(schema, closed, "closed", value);
  }

  private List<String> faults(JsonNode schema, JsonNode components, String name, JsonNode value) {
    return schemas
        .computeIfAbsent(
            name + schema,
            key -> {
              ObjectNode whole = MAPPER.createObjectNode();
              whole.putArray("allOf").add(schema);
              whole.set("components", components);
              var settings = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
              return FACTORY.getSchema(whole, settings);
            })
        .validate(value)
        .stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  /** Errors may say more than is described, for people; other objects say what they say. */
  private static JsonNode closed(JsonNode components) {
    for (var schema : components.path("schemas").properties()) {
      if (!schema.getKey().equals("Error")) {
        close(schema.getValue());
      }
    }
    return components;
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      if (!object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
    }
  }

  /** One operation. */
  record Operation(String verb, String path, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    boolean open() {
      return node.path("security").isEmpty();
    }

    JsonNode responses() {
      return node.path("responses");
    }

    /** {@return the schema of what has this status and this type, or a missing node} */
    JsonNode answer(int status, String type) {
      return responses().path(Integer.toString(status)).path("content").path(type).path("schema");
    }

    /** {@return the type of a body and what the description says of it, or nothing} */
    List<Map.Entry<String, JsonNode>> bodies() {
      return List.copyOf(node.path("requestBody").path("content").properties());
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }
}
