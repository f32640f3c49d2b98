package dev.countersign.host.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/**
 * Reads {@code true}, {@code false}, 1 and 0: the wire contract has some flags as integers. Put it
 * on a record component with {@code @JsonDeserialize(using = ZeroOneBoolean.class)}.
 */
public final class ZeroOneBoolean extends JsonDeserializer<Boolean> {
  @Override
  public Boolean deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          switch (json.getText()) {
            case "0" -> false;
            case "1" -> true;
            default -> (Boolean) context.handleUnexpectedToken(Boolean.class, json);
          };
      default -> (Boolean) context.handleUnexpectedToken(Boolean.class, json);
    };
  }
}
