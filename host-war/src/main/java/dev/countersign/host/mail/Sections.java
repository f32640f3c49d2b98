package dev.countersign.host.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands where in a body: the author's words, a signature, and what is answered. Line ends are
 * LF. The parts, put together again by {@link #text}, are the body.
 *
 * @param words may be markup; the other two are read as they stand
 * @param signature begins with the line {@code "-- "} (RFC 3676 §4.3); empty where there is none
 * @param quotation an {@link Quotation} at the very end; empty where there is none
 */
record Sections(String words, String signature, String quotation) {
  static final String SIGNATURE_LINE = "-- ";

  private static final Pattern ATTRIBUTION =
      Pattern.compile("On \\d{4}-\\d{2}-\\d{2} at \\d{2}:\\d{2} UTC, .+ wrote:");
  private static final String PARAGRAPH = "\n\n";

  static Sections of(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    int quoted = quotation(lines);
    String rest = lines.substring(0, quoted);
    int signed = signature(rest);
    return new Sections(rest.substring(0, signed), rest.substring(signed), lines.substring(quoted));
  }

  /** The same with one more line, or several, under the signature. */
  Sections signed(String block) {
    var known = signature.stripTrailing();
    if (known.endsWith("\n" + block)) {
      return this;
    }
    var more = known.isEmpty() ? SIGNATURE_LINE + "\n" + block : known + "\n" + block;
    return new Sections(words, more, quotation);
  }

  /** The parts that are there, a blank line between any two. */
  String text() {
    return joined(words, signature, quotation);
  }

  static String joined(String... parts) {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      // A signature's first line ends in a space that means something, so only line ends go.
      String part = trimmed(parts[i], i > 0, i < parts.length - 1);
      if (!part.isEmpty()) {
        there.add(part);
      }
    }
    return String.join(PARAGRAPH, there);
  }

  private static String trimmed(String part, boolean above, boolean below) {
    int from = 0;
    int to = part.length();
    while (above && from < to && part.charAt(from) == '\n') {
      from++;
    }
    while (below && to > from && part.charAt(to - 1) == '\n') {
      to--;
    }
    return part.substring(from, to);
  }

  /** Where the quotation at the end begins; the length of the text if there is none. */
  private static int quotation(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    int begin = end;
    while (begin > 0 && text.charAt(lineStart(text, begin)) == '>') {
      begin = Math.max(0, lineStart(text, begin) - 1);
    }
    if (begin == end || begin == 0) {
      return text.length();
    }
    int attribution = lineStart(text, begin);
    return ATTRIBUTION.matcher(text.substring(attribution, begin)).matches()
        ? attribution
        : text.length();
  }

  /** Where the line begins that ends before this place. */
  private static int lineStart(String text, int end) {
    return text.lastIndexOf('\n', end - 1) + 1;
  }

  private static int signature(String text) {
    String lines = "\n" + text + "\n";
    int found = lines.indexOf("\n" + SIGNATURE_LINE + "\n");
    return found < 0 ? text.length() : Math.min(found, text.length());
  }
}
