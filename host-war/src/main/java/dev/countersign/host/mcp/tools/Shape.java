package dev.countersign.host.mcp.tools;

import dev.countersign.host.platform.Json;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an answer of the API is shown: what others wrote is kept apart. */
enum Shape {
  /** One block of JSON, and the same as structured content. */
  PLAIN {
    @Override
    CallToolResult of(Map<String, Object> answer) {
      return CallToolResult.builder()
          .addTextContent(pretty(answer))
          .structuredContent(answer)
          .isError(false)
          .build();
    }
  },

  /** A list with fields that others wrote: JSON, then a warning. */
  LISTED {
    @Override
    CallToolResult of(Map<String, Object> answer) {
      return texts(List.of(pretty(answer), Untrusted.WARNING));
    }
  },

  /** One message: what is known of it, then its body between marks. */
  MESSAGE {
    @Override
    CallToolResult of(Map<String, Object> answer) {
      return texts(List.of(pretty(withoutBody(answer)), Untrusted.body(body(answer))));
    }
  },

  /** What waits for a person: what is known of each, then each body between marks. */
  QUEUE {
    @Override
    CallToolResult of(Map<String, Object> answer) {
      var rows = new ArrayList<Object>();
      var bodies = new ArrayList<String>();
      if (answer.get("emails") instanceof List<?> emails) {
        for (var each : emails) {
          var email = members(each);
          rows.add(withoutBody(email));
          bodies.add("Body of " + email.get("id") + ":\n" + Untrusted.body(body(email)));
        }
      }
      var listed = new LinkedHashMap<>(answer);
      // The same rows under the names that other clients look for.
      listed.remove("items");
      listed.remove("pending");
      listed.put("emails", rows);
      var blocks = new ArrayList<String>();
      blocks.add(pretty(listed));
      blocks.add(Untrusted.WARNING);
      blocks.addAll(bodies);
      return texts(blocks);
    }
  };

  private static final List<String> BODIES =
      List.of(
          "markdown",
          "body_markdown",
          "text_body",
          "body",
          "text",
          "html",
          "html_body",
          "body_text");

  abstract CallToolResult of(Map<String, Object> answer);

  static String pretty(Map<String, Object> answer) {
    return new String(Json.pretty(answer), StandardCharsets.UTF_8);
  }

  static CallToolResult texts(List<String> blocks) {
    var result = CallToolResult.builder().isError(false);
    blocks.forEach(result::addTextContent);
    return result.build();
  }

  static Map<String, Object> withoutBody(Map<String, Object> email) {
    var rest = new LinkedHashMap<>(email);
    rest.keySet().removeAll(BODIES);
    return rest;
  }

  static String body(Map<String, Object> email) {
    return BODIES.stream()
        .map(email::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  static Map<String, Object> members(Object row) {
    var members = new LinkedHashMap<String, Object>();
    if (row instanceof Map<?, ?> object) {
      object.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return members;
  }
}
