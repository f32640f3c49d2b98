package dev.countersign.host.mail;

import dev.countersign.host.platform.Html;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The message that is answered, below the answer: one line that says whose it is, then its text
 * with {@code >} before each line (RFC 3676 §4.5). It is somebody else's text, so no markup in it
 * is read.
 */
final class Quotation {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String CUT = "> […]\n";
  private static final int DEPTH_MAX = 10;

  private Quotation() {}

  /**
   * {@return the quotation of a body, without the signature that stood under it}
   *
   * @param bytesMax how long it may be in UTF-8; what is over that is left out at the end
   */
  static String of(EmailAddress author, Instant written, String body, int bytesMax) {
    var sections = Sections.of(body);
    var out = new StringBuilder(attribution(author, written)).append('\n');
    int left = bytesMax - CleanText.utf8Length(out.toString()) - CleanText.utf8Length(CUT);
    var text = Sections.joined(sections.words(), "", sections.quotation()).stripTrailing();
    for (String line : text.split("\n", -1)) {
      String quoted = quoted(line.stripTrailing());
      left -= CleanText.utf8Length(quoted);
      if (left < 0) {
        return out.append(CUT).toString();
      }
      out.append(quoted);
    }
    return out.toString();
  }

  private static String attribution(EmailAddress author, Instant written) {
    String who =
        author
            .displayName()
            .map(name -> name + " <" + author.address() + ">")
            .orElse(author.address());
    return "On " + WHEN.format(written) + " UTC, " + who + " wrote:";
  }

  private static String quoted(String line) {
    if (line.isEmpty()) {
      return ">\n";
    }
    return (line.startsWith(">") ? ">" : "> ") + line + "\n";
  }

  /** {@return an HTML fragment of it, a block in a block for what was quoted there} */
  static String html(String quotation) {
    var out = new Html();
    int depth = 0;
    boolean fresh = true;
    for (String line : quotation.strip().split("\n", -1)) {
      int marks = marks(line);
      int wanted = Math.min(depth(line, marks), DEPTH_MAX);
      fresh |= wanted != depth;
      for (; depth < wanted; depth++) {
        out.raw("<blockquote>");
      }
      for (; depth > wanted; depth--) {
        out.raw("</blockquote>");
      }
      (fresh ? out : out.raw("<br>")).raw("\n").say(line.substring(marks));
      fresh = false;
    }
    for (; depth > 0; depth--) {
      out.raw("</blockquote>");
    }
    return "<div>" + out.text() + "\n</div>\n";
  }

  /** How much of a line is marks, with the one space that belongs to them. */
  private static int marks(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '>') {
      at++;
      if (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private static int depth(String line, int marks) {
    return (int) line.substring(0, marks).chars().filter(c -> c == '>').count();
  }
}
