package dev.countersign.host.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.jdkim.api.Headers;

/** A message as it goes over the wire: header fields, folded as they are, and a body. */
final class WireMessage implements Headers {
  private static final Pattern BETWEEN_FIELDS = Pattern.compile("\r\n(?![ \t])");

  private final List<String> fields;
  private final byte[] body;

  WireMessage(byte[] message) {
    // Latin-1 maps every byte to one character, so that the position is that of the bytes.
    String bytes = new String(message, StandardCharsets.ISO_8859_1);
    int end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IllegalArgumentException("the message has no end of its header section");
    }
    // Internationalised addresses are UTF-8 (RFC 6532), and are hashed as they are.
    String head = new String(message, 0, end, StandardCharsets.UTF_8);
    fields = BETWEEN_FIELDS.splitAsStream(head).toList();
    body = Arrays.copyOfRange(message, end + 4, message.length);
  }

  byte[] body() {
    return body.clone();
  }

  @Override
  public List<String> getFields() {
    return fields;
  }

  @Override
  public List<String> getFields(String name) {
    return named(name).toList();
  }

  long count(String name) {
    return named(name).count();
  }

  private Stream<String> named(String name) {
    return fields.stream()
        .filter(field -> field.substring(0, field.indexOf(':')).strip().equalsIgnoreCase(name));
  }
}
