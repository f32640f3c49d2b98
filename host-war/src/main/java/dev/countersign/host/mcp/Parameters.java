package dev.countersign.host.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a message. */
record Parameters(Map<String, Object> members) {
  static Parameters of(@Nullable Object params) {
    return new Parameters(members(params));
  }

  /** {@return a text that has to be there} */
  String text(String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw McpError.builder(ErrorCodes.INVALID_PARAMS).message(name + " must be a text.").build();
  }

  Optional<String> optionalText(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** {@return an object, empty if there is none} */
  Map<String, Object> object(String name) {
    return members(members.get(name));
  }

  /** {@return what the client wants to hear of progress under} */
  Optional<Object> progressToken() {
    return Optional.ofNullable(object("_meta").get("progressToken"));
  }

  private static Map<String, Object> members(@Nullable Object value) {
    var members = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, member) -> members.put(String.valueOf(name), member));
    }
    return members;
  }
}
