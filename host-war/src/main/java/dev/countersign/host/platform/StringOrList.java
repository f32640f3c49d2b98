package dev.countersign.host.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JSON string, or an array of strings: the wire contract has both for {@code to}. */
@JsonDeserialize(using = StringOrList.Reader.class)
public record StringOrList(List<String> values) {
  public static final StringOrList NONE = new StringOrList(List.of());

  public StringOrList {
    values = List.copyOf(values);
  }

  static final class Reader extends JsonDeserializer<StringOrList> {
    @Override
    public StringOrList deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return new StringOrList(List.of(context.readValue(json, String.class)));
      }
      if (json.currentToken() != JsonToken.START_ARRAY) {
        return (StringOrList) context.handleUnexpectedToken(StringOrList.class, json);
      }
      var values = new ArrayList<String>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
          return (StringOrList) context.handleUnexpectedToken(StringOrList.class, json);
        }
        values.add(context.readValue(json, String.class));
      }
      return new StringOrList(values);
    }
  }
}
