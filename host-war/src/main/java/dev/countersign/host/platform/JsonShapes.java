package dev.countersign.host.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** What {@link Json} makes of types, for those who describe it. */
public final class JsonShapes {
  private JsonShapes() {}

  public static JavaType type(Type type) {
    return Json.MAPPER.constructType(type);
  }

  /** {@return the members of this type's objects, in order, under their names in JSON} */
  public static List<BeanPropertyDefinition> members(JavaType type) {
    return Json.MAPPER.getSerializationConfig().introspect(type).findProperties();
  }

  /** {@return the constants of an enum as JSON has them} */
  public static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> Json.MAPPER.valueToTree(constant).asText())
        .toList();
  }

  /** {@return the value of a text that this program holds} */
  public static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + json, e);
    }
  }
}
