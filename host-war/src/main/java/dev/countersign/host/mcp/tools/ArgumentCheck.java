package dev.countersign.host.mcp.tools;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether arguments fit what a tool lists: that they are there, and of their kind. What is in them
 * is for the API to judge.
 */
final class ArgumentCheck {
  private ArgumentCheck() {}

  /** {@return what is wrong, in a sentence for the agent} */
  static Optional<String> fault(List<Parameter> parameters, Map<String, Object> arguments) {
    for (var each : parameters) {
      var value = arguments.get(each.name());
      if (value == null && each.required()) {
        return Optional.of(each.name() + " is missing.");
      }
      if (value != null && !fits(each.schema(), value)) {
        return Optional.of(each.name() + " must be " + wanted(each.schema()) + ".");
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Map<?, ?> schema, @Nullable Object value) {
    boolean typed =
        types(schema).stream().anyMatch(type -> isOfType(type, value))
            && (!(schema.get("enum") instanceof Collection<?> allowed) || allowed.contains(value))
            && (schema.get("const") == null
                || String.valueOf(schema.get("const")).equals(String.valueOf(value)));
    return typed && inRange(schema, value) && itemsFit(schema, value);
  }

  private static Collection<?> types(Map<?, ?> schema) {
    var type = schema.get("type");
    return type instanceof Collection<?> several ? several : List.of(String.valueOf(type));
  }

  private static boolean isOfType(Object type, @Nullable Object value) {
    return switch (String.valueOf(type)) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "array" -> value instanceof Collection<?>;
      case "object" -> value instanceof Map<?, ?>;
      default -> value == null;
    };
  }

  private static boolean inRange(Map<?, ?> schema, @Nullable Object value) {
    return !(value instanceof Number number)
        || !(schema.get("minimum") instanceof Number least)
        || !(schema.get("maximum") instanceof Number most)
        || (number.longValue() >= least.longValue() && number.longValue() <= most.longValue());
  }

  private static boolean itemsFit(Map<?, ?> schema, @Nullable Object value) {
    return !(value instanceof Collection<?> items)
        || !(schema.get("items") instanceof Map<?, ?> item)
        || items.stream().allMatch(each -> fits(item, each));
  }

  private static String wanted(Map<?, ?> schema) {
    if (schema.get("enum") instanceof Collection<?> allowed) {
      return "one of " + String.join(", ", allowed.stream().map(String::valueOf).toList());
    }
    if (schema.get("const") != null) {
      return String.valueOf(schema.get("const"));
    }
    if (schema.get("minimum") != null) {
      return String.format(
          Locale.ROOT,
          "a whole number from %s to %s",
          schema.get("minimum"),
          schema.get("maximum"));
    }
    return String.join(
            " or ",
            types(schema).stream().map(String::valueOf).map(ArgumentCheck::article).toList())
        + (schema.get("items") instanceof Map<?, ?> item
            ? " of " + types(item).iterator().next() + "s"
            : "");
  }

  private static String article(String type) {
    return type.equals("null") ? type : (type.matches("[aio].*") ? "an " : "a ") + type;
  }
}
