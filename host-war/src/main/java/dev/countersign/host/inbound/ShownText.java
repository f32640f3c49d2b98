package dev.countersign.host.inbound;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text of strangers, made such that it can be stored and shown on one line or several. */
public final class ShownText {
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  // Characters that turn text round or that nobody sees, and in which orders to programs are
  // hidden.
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\u200B\\u2060-\\u2064\\u202D\\u202E\\uFEFF"
              + "\\x{E0000}-\\x{E007F}]");

  private ShownText() {}

  /** Half surrogates and U+0000 have no place in UTF-8 and in databases. */
  static String lines(String text, int bytesMax) {
    String clean = wellFormed(text);
    return clean.getBytes(StandardCharsets.UTF_8).length <= bytesMax
        ? clean
        : wellFormed(cut(clean, bytesMax));
  }

  /** {@return the text on one line, less what is over so many characters} */
  public static String line(String text, int charactersMax) {
    String clean = LINE_BREAKS.matcher(wellFormed(text)).replaceAll(" ").strip();
    return clean.length() <= charactersMax
        ? clean
        : wellFormed(clean.substring(0, charactersMax - 1));
  }

  private static String cut(String text, int bytesMax) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int end = bytesMax;
    // Not inside a character: its later bytes begin with the bits 10.
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static String wellFormed(String text) {
    // Encoding writes a question mark for half a surrogate pair.
    String storable =
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace('\0', '\uFFFD');
    return UNSEEN.matcher(storable).replaceAll("");
  }
}
