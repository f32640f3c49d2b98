package dev.countersign.host.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of the API: snake_case names, no coercion between types, no member twice. Members that a
 * call does not know are ignored, because clients of other servers send more.
 */
public final class Json {
  private static final int DEPTH = 50;
  static final ObjectMapper MAPPER = mapper();

  private Json() {}

  private static ObjectMapper mapper() {
    var mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                text -> {
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
            .build();
    // The size of a request is bounded by Limit.REQUEST_BODY_BYTES; one attachment may be most of
    // it.
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNestingDepth(DEPTH)
                .build());
    return mapper;
  }

  /** The value as UTF-8. */
  public static byte[] bytes(@Nullable Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("value cannot be written as JSON", e);
    }
  }

  /** The value as UTF-8 with a member a line, for people. */
  public static byte[] pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("value cannot be written as JSON", e);
    }
  }

  /**
   * Reads one JSON value of this type.
   *
   * @throws Problem 400, naming line and column of malformed JSON, or the field of a wrong type
   * @throws IOException when the stream fails
   */
  public static Object read(InputStream json, Type type) throws IOException {
    try (var parser = MAPPER.createParser(json)) {
      Object value = MAPPER.readValue(parser, MAPPER.constructType(type));
      if (parser.nextToken() != null) {
        throw malformed(parser.currentTokenLocation());
      }
      if (value == null) {
        throw missingBody();
      }
      return value;
    } catch (JsonMappingException e) {
      throw mapped(e);
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation());
    }
  }

  /** Reads an object that this server has written itself. */
  public static Map<String, Object> object(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored as JSON is no object", e);
    }
  }

  /** The same for a type that is not generic. */
  public static <T> T read(InputStream json, Class<T> type) throws IOException {
    return type.cast(read(json, (Type) type));
  }

  public static Problem missingBody() {
    return Problem.of(ErrorCode.MISSING_BODY, "Send a JSON object as the request body.");
  }

  private static Problem malformed(@Nullable JsonLocation at) {
    if (at == null) {
      return Problem.of(ErrorCode.MALFORMED_JSON, "The body is not valid JSON; check it.");
    }
    return Problem.of(
            ErrorCode.MALFORMED_JSON,
            String.format(
                Locale.ROOT,
                "The body is not valid JSON at line %d, column %d; correct it there.",
                at.getLineNr(),
                at.getColumnNr()))
        .with("line", at.getLineNr())
        .with("column", at.getColumnNr());
  }

  private static Problem mapped(JsonMappingException e) throws IOException {
    String field = path(e);
    if (e instanceof StorableText.Refused) {
      return Problem.field(
          ErrorCode.INVALID_VALUE,
          field,
          field + " must not contain U+0000 or half of a surrogate pair.");
    } else if (e.getCause() instanceof InputCoercionException) {
      return Problem.field(ErrorCode.OUT_OF_RANGE, field, field + " is too large a number.");
    } else if (e.getCause() instanceof JsonProcessingException syntax) {
      return malformed(syntax.getLocation());
    } else if (e.getCause() instanceof IOException broken) {
      throw broken;
    }
    String wanted = e instanceof MismatchedInputException m ? name(m.getTargetType()) : "value";
    return Problem.field(
        ErrorCode.WRONG_TYPE, field, String.format(Locale.ROOT, "%s must be %s.", field, wanted));
  }

  /** {@code attachments[0].name}; {@code body} for the whole. */
  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String name(@Nullable Class<?> type) {
    if (type == null) {
      return "another type";
    } else if (type == StringOrList.class) {
      return "a string or an array of strings";
    } else if (type == String.class || type.isEnum()) {
      return "a string";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    } else if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    } else if (type.isRecord() || Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    return "another type";
  }
}
