package dev.countersign.host.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Strings without U+0000 and without half a surrogate pair: JSON can escape both, UTF-8 and the
 * databases cannot store them, and what is signed must be what was said.
 */
final class StorableText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1;

  /** The text cannot be stored; the path says which. */
  static final class Refused extends JsonMappingException {
    private static final long serialVersionUID = 1;

    Refused(JsonParser at) {
      super(at, "text cannot be stored");
    }
  }

  StorableText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(json, context);
    if (!storable(text)) {
      throw new Refused(json);
    }
    return text;
  }

  private static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == 0 || Character.isLowSurrogate(at)) {
        return false;
      }
      if (Character.isHighSurrogate(at)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
        return false;
      }
    }
    return true;
  }
}
