package dev.countersign.host.inbound.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text and addresses of strangers as Markdown that says just that. */
final class MarkdownText {
  private static final int TARGET_CHARACTERS = 2000;
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~]");
  private static final Pattern AT_LINE_START =
      Pattern.compile("(?m)^([ ]{0,3})([#+=-]|\\d{1,9}[.)])(?=\\s|$|[=-])");

  private MarkdownText() {}

  /** Characters that would mean something are kept from it. */
  static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  /** What would begin a heading, a list or a rule at the beginning of a line. */
  static String escapedStart(String line) {
    return AT_LINE_START
        .matcher(line)
        .replaceAll(
            found -> {
              String mark = found.group(2);
              String safe =
                  Character.isDigit(mark.charAt(0))
                      ? mark.substring(0, mark.length() - 1) + "\\" + mark.charAt(mark.length() - 1)
                      : "\\" + mark;
              return Matcher.quoteReplacement(found.group(1) + safe);
            });
  }

  /** {@return where a link may lead: the web, or a mailbox; nothing for anything else} */
  static Optional<String> target(String href) {
    String text = href.replaceAll("[\\p{Cntrl}\\s]+", "");
    String lower = text.toLowerCase(Locale.ROOT);
    boolean wanted =
        lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
    if (!wanted || text.length() > TARGET_CHARACTERS) {
      return Optional.empty();
    }
    String safe =
        text.replace("(", "%28")
            .replace(")", "%29")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("\\", "%5C")
            .replace("\"", "%22")
            .replace("`", "%60")
            .replace("[", "%5B")
            .replace("]", "%5D")
            .replace("|", "%7C")
            .replace("{", "%7B")
            .replace("}", "%7D")
            .replace("^", "%5E");
    try {
      return Optional.of(new URI(safe).toASCIIString());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
