package dev.countersign.host.inbound.authentication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message as it came over the wire: header fields, folded as they are, and a body. Bytes are kept
 * as characters of the same number, so that nothing is lost of what is no UTF-8.
 */
final class WireFields {
  private static final Pattern BETWEEN = Pattern.compile("\r\n(?![ \t])");

  private final List<String> fields;
  private final byte[] body;

  WireFields(byte[] message) {
    byte[] wire = withCrLf(message);
    String text = new String(wire, StandardCharsets.ISO_8859_1);
    int end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    int start = end < 0 ? wire.length : end + (end == 0 ? 2 : 4);
    fields = BETWEEN.splitAsStream(head).filter(field -> field.indexOf(':') > 0).toList();
    body = Arrays.copyOfRange(wire, start, wire.length);
  }

  byte[] body() {
    return body.clone();
  }

  /** {@return the fields of this name, the topmost first} */
  List<String> named(String name) {
    return fields.stream().filter(field -> isNamed(field, name)).toList();
  }

  /** {@return what stands behind the colon of the topmost field of this name} */
  Optional<String> value(String name) {
    return named(name).stream().findFirst().map(WireFields::content);
  }

  static String content(String field) {
    return field.substring(field.indexOf(':') + 1);
  }

  private static boolean isNamed(String field, String name) {
    return name(field).equals(name.toLowerCase(Locale.ROOT));
  }

  private static String name(String field) {
    return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The fields that a signature names, in its order: each time a name comes again the next one up
   * from the bottom is meant, and nothing where there is no more (RFC 6376, section 5.4.2).
   */
  List<String> signed(List<String> names) {
    Map<String, Deque<String>> left = new HashMap<>();
    for (String field : fields) {
      left.computeIfAbsent(name(field), each -> new ArrayDeque<>()).add(field);
    }
    List<String> found = new ArrayList<>();
    for (String name : names) {
      Deque<String> ofName = left.get(name.toLowerCase(Locale.ROOT));
      if (ofName != null && !ofName.isEmpty()) {
        found.add(ofName.removeLast());
      }
    }
    return found;
  }

  /** Who hands a message in over HTTP may end its lines with line feeds alone. */
  private static byte[] withCrLf(byte[] message) {
    int bare = 0;
    for (int i = 0; i < message.length; i++) {
      bare += isBare(message, i) ? 1 : 0;
    }
    if (bare == 0) {
      return message;
    }
    byte[] wire = new byte[message.length + bare];
    int at = 0;
    for (int i = 0; i < message.length; i++) {
      if (isBare(message, i)) {
        wire[at++] = '\r';
      }
      wire[at++] = message[i];
    }
    return wire;
  }

  private static boolean isBare(byte[] message, int i) {
    return message[i] == '\n' && (i == 0 || message[i - 1] != '\r');
  }
}
