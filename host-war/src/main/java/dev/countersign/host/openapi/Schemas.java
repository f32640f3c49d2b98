package dev.countersign.host.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.host.platform.ClearableText;
import dev.countersign.host.platform.JsonShapes;
import dev.countersign.host.platform.StringOrList;
import dev.countersign.host.platform.ZeroOneBoolean;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of the types that are read and written, by the mapper that does it. */
final class Schemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private record Known(JavaType type, Use use) {}

  private final Map<Known, String> names = new HashMap<>();
  private final Map<String, ObjectNode> components = new TreeMap<>();

  /** {@return every schema that another one names} */
  Map<String, ObjectNode> components() {
    return components;
  }

  /** {@return the schema of values of this type} */
  ObjectNode of(Type type, Use use) {
    return of(JsonShapes.type(type), use);
  }

  private ObjectNode of(JavaType type, Use use) {
    Class<?> raw = type.getRawClass();
    if (raw == StringOrList.class) {
      return stringOrList();
    } else if (raw == ClearableText.class) {
      return typed("string");
    } else if (raw.isEnum()) {
      return words(JsonShapes.words(raw));
    } else if (type.isCollectionLikeType() || type.isArrayType()) {
      return typed("array").set("items", of(type.getContentType(), use));
    } else if (type.isMapLikeType()) {
      return typed("object").set("additionalProperties", of(type.getContentType(), use));
    } else if (raw.isRecord()) {
      return JSON.objectNode().put("$ref", "#/components/schemas/" + named(type, use));
    }
    return scalar(raw);
  }

  private static ObjectNode scalar(Class<?> raw) {
    if (CharSequence.class.isAssignableFrom(raw)) {
      return typed("string");
    } else if (raw == boolean.class || raw == Boolean.class) {
      return typed("boolean");
    } else if (raw == int.class || raw == Integer.class) {
      return typed("integer").put("format", "int32");
    } else if (raw == long.class || raw == Long.class) {
      return typed("integer").put("format", "int64");
    } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return typed("number");
    }
    return JSON.objectNode();
  }

  private String named(JavaType type, Use use) {
    var key = new Known(type, use);
    @Nullable String known = names.get(key);
    if (known != null) {
      return known;
    }
    String plain = plain(type);
    String name = components.containsKey(plain) ? plain + "In" + word(use) : plain;
    if (components.containsKey(name)) {
      throw new IllegalStateException("two types are called " + name);
    }
    names.put(key, name);
    var schema = typed("object");
    components.put(name, schema);
    fill(schema, type, use);
    return name;
  }

  private static String word(Use use) {
    return use == Use.REQUEST ? "Request" : "Answer";
  }

  private static String plain(JavaType type) {
    Class<?> raw = type.getRawClass();
    @Nullable Class<?> outer = raw.getDeclaringClass();
    String own = raw.getSimpleName().replaceFirst("Json$", "");
    String name = outer == null ? own : outer.getSimpleName().replaceFirst("Json$", "") + own;
    return type.getBindings().getTypeParameters().stream()
        .map(Schemas::plain)
        .collect(Collectors.joining("And", type.hasGenericTypes() ? name + "Of" : name, ""));
  }

  private void fill(ObjectNode schema, JavaType type, Use use) {
    var properties = schema.putObject("properties");
    var required = JSON.arrayNode();
    for (var property : JsonShapes.members(type)) {
      var component = component(type.getRawClass(), property);
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        var inner = Objects.requireNonNull(components.get(named(property.getPrimaryType(), use)));
        properties.setAll((ObjectNode) inner.path("properties").deepCopy());
        inner.path("required").forEach(required::add);
        continue;
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean absent = nullable && (use == Use.REQUEST || leftOut(type.getRawClass(), component));
      if (!absent) {
        required.add(property.getName());
      }
      var value = value(property, component, use);
      properties.set(
          property.getName(), nullable && use == Use.ANSWER && !absent ? orNull(value) : value);
    }
    Optional.ofNullable(type.getRawClass().getAnnotation(Schema.class))
        .ifPresent(
            told -> {
              SchemaNotes.add(told, schema);
              if (use == Use.REQUEST) {
                List.of(told.requiredProperties()).forEach(required::add);
              }
            });
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private ObjectNode value(BeanPropertyDefinition property, RecordComponent component, Use use) {
    var reader = component.getAccessor().getAnnotation(JsonDeserialize.class);
    ObjectNode schema =
        reader != null && reader.using() == ZeroOneBoolean.class
            ? zeroOrOne()
            : of(property.getPrimaryType(), use);
    KnownWords.add(property.getName(), schema);
    Optional.ofNullable(component.getAccessor().getAnnotation(Schema.class))
        .ifPresent(told -> SchemaNotes.add(told, schema));
    return schema;
  }

  private static RecordComponent component(Class<?> type, BeanPropertyDefinition property) {
    return Arrays.stream(type.getRecordComponents())
        .filter(each -> each.getName().equals(property.getInternalName()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    type + " writes what is no component: " + property.getName()));
  }

  private static boolean leftOut(Class<?> type, RecordComponent component) {
    var own = component.getAccessor().getAnnotation(JsonInclude.class);
    var whole = type.getAnnotation(JsonInclude.class);
    var counts = own == null ? whole : own;
    return counts != null && counts.value() == JsonInclude.Include.NON_NULL;
  }

  /** {@return the same or null; a schema that says nothing has null in it} */
  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.isEmpty()) {
      return schema;
    }
    if (schema.path("type").isTextual() && !schema.has("enum")) {
      schema.set("type", JSON.arrayNode().add(schema.path("type").asText()).add("null"));
      return schema;
    }
    var either = JSON.objectNode();
    either.putArray("anyOf").add(schema).add(typed("null"));
    return either;
  }

  static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  static ObjectNode words(List<String> words) {
    var schema = typed("string");
    words.forEach(schema.putArray("enum")::add);
    return schema;
  }

  private static ObjectNode stringOrList() {
    var either = JSON.objectNode();
    either.putArray("oneOf").add(typed("string")).add(typed("array").set("items", typed("string")));
    return either;
  }

  private static ObjectNode zeroOrOne() {
    var either = JSON.objectNode();
    var numbers = typed("integer");
    numbers.putArray("enum").add(0).add(1);
    either.putArray("oneOf").add(typed("boolean")).add(numbers);
    return either;
  }
}
