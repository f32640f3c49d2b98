package dev.countersign.host.mail;

import java.nio.charset.StandardCharsets;

/** The rules every piece of caller-given text keeps, whatever it is used for. */
final class CleanText {
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private CleanText() {}

  /**
   * Refuses anything that could end a header line: controls (C0, DEL, C1) and the Unicode line and
   * paragraph separators.
   */
  static String singleLine(String what, String code, String text) {
    wellFormed(what, code, text);
    if (text.codePoints().anyMatch(CleanText::breaksLine)) {
      throw new InvalidMailException(
          code, what + " must not contain line breaks or control characters.");
    }
    return text;
  }

  /** Refuses unpaired surrogates, which have no UTF-8 form, and NUL, which databases refuse. */
  static String wellFormed(String what, String code, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new InvalidMailException(code, what + " must be well-formed Unicode.");
      } else if (c == 0) {
        throw new InvalidMailException(code, what + " must not contain the character U+0000.");
      }
    }
    return text;
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean breaksLine(int codePoint) {
    return Character.isISOControl(codePoint)
        || codePoint == LINE_SEPARATOR
        || codePoint == PARAGRAPH_SEPARATOR;
  }
}
