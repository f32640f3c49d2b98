package dev.countersign.host.inbound.authentication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two forms in which what is signed is hashed (RFC 6376, section 3.4). */
enum Canonical {
  SIMPLE {
    @Override
    String header(String field) {
      return field;
    }

    @Override
    byte[] lines(byte[] body) {
      return body;
    }
  },
  RELAXED {
    @Override
    String header(String field) {
      int colon = field.indexOf(':');
      String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String unfolded = LINE_ENDS.matcher(field.substring(colon + 1)).replaceAll("");
      return name + ":" + trimmed(SPACES.matcher(unfolded).replaceAll(" "));
    }

    @Override
    byte[] lines(byte[] body) {
      var out = new ByteArrayOutputStream(body.length);
      boolean space = false;
      for (byte b : body) {
        if (b == ' ' || b == '\t') {
          space = true;
          continue;
        }
        if (space && b != '\r') {
          out.write(' ');
        }
        space = false;
        out.write(b);
      }
      if (space) {
        out.write(' ');
      }
      return out.toByteArray();
    }
  };

  private static final Pattern LINE_ENDS = Pattern.compile("\r\n");
  private static final Pattern SPACES = Pattern.compile("[ \\t]+");
  private static final Pattern OUTER = Pattern.compile("^[ \\t]+|[ \\t]+$");

  /** {@return the field in this form, without the end of its line} */
  abstract String header(String field);

  abstract byte[] lines(byte[] body);

  /** {@return the whole body in this form: empty lines at its end do not count} */
  byte[] body(byte[] body) {
    byte[] text = lines(body);
    int end = text.length;
    while (end >= 2 && text[end - 2] == '\r' && text[end - 1] == '\n') {
      end -= 2;
    }
    if (end == 0) {
      return this == SIMPLE ? "\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0];
    }
    byte[] ended = java.util.Arrays.copyOf(text, end + 2);
    ended[end] = '\r';
    ended[end + 1] = '\n';
    return ended;
  }

  private static String trimmed(String text) {
    return OUTER.matcher(text).replaceAll("");
  }

  static Optional<Canonical> named(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "simple" -> Optional.of(SIMPLE);
      case "relaxed" -> Optional.of(RELAXED);
      default -> Optional.empty();
    };
  }
}
