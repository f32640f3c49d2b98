package dev.countersign.host.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that a change may take away: {@code null} and a blank text do, an absent member leaves
 * what is there.
 */
@JsonDeserialize(using = ClearableText.Reader.class)
public record ClearableText(Optional<String> value) {
  public ClearableText {
    value = value.filter(text -> !text.isBlank());
  }

  static final class Reader extends JsonDeserializer<ClearableText> {
    @Override
    public ClearableText deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return (ClearableText) context.handleUnexpectedToken(ClearableText.class, json);
      }
      return new ClearableText(Optional.of(context.readValue(json, String.class)));
    }

    @Override
    public ClearableText getNullValue(DeserializationContext context) {
      return new ClearableText(Optional.empty());
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
