package dev.countersign.host.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.host.platform.JsonShapes;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a type's or a member's annotation says beyond its Java type. */
final class SchemaNotes {
  private SchemaNotes() {}

  /** Adds them to a schema. */
  static void add(Schema told, ObjectNode schema) {
    if (!told.description().isEmpty()) {
      schema.put("description", told.description());
    }
    if (!told.format().isEmpty()) {
      schema.put("format", told.format());
    }
    if (!told.pattern().isEmpty()) {
      schema.put("pattern", told.pattern());
    }
    if (told.enumeration().length > 0) {
      var words = schema.putArray("enum");
      List.of(told.enumeration()).forEach(words::add);
    }
    if (told.maxLength() != Integer.MAX_VALUE && told.maxLength() > 0) {
      schema.put("maxLength", told.maxLength());
    }
    if (!told.example().isEmpty()) {
      schema.putArray("examples").add(example(told.example(), schema));
    }
  }

  /** A string is written without its quotes. */
  private static JsonNode example(String text, ObjectNode schema) {
    return schema.path("type").asText().equals("string")
        ? schema.textNode(text)
        : JsonShapes.tree(text);
  }
}
