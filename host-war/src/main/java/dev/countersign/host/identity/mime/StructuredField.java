package dev.countersign.host.identity.mime;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a Content-Type or Content-Disposition (RFC 2045 §5.1, RFC 2183), without comments.
 *
 * @param value for example {@code text/plain} or {@code attachment}, in lower case
 * @param parameters by name in lower case, as written, each at most once
 */
record StructuredField(String value, Map<String, String> parameters) {
  private static final String TOKEN = "[!#$%&'*+.0-9A-Z^_`a-z{|}~-]+";
  private static final Pattern VALUE = Pattern.compile(TOKEN + "(?:/" + TOKEN + ")?");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "[ \t]*;[ \t]*("
              + TOKEN
              + ")[ \t]*=[ \t]*(?:("
              + TOKEN
              + ")|\"((?:[^\"\\\\]|\\\\.){0,2000}+)\")",
          Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final Pattern END = Pattern.compile("[ \t]*;?[ \t]*");

  /**
   * Reads a value without spaces at its ends.
   *
   * @throws MalformedMessageException if it has another form, or a parameter twice
   */
  static StructuredField of(String text) throws MalformedMessageException {
    Matcher matcher = VALUE.matcher(text);
    if (!matcher.lookingAt()) {
      throw new MalformedMessageException("a content header has another form");
    }
    String value = matcher.group().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    int at = matcher.end();
    matcher.usePattern(PARAMETER);
    while (matcher.region(at, text.length()).lookingAt()) {
      String plain = matcher.group(2);
      String content = plain != null ? plain : ESCAPED.matcher(matcher.group(3)).replaceAll("$1");
      if (parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), content) != null) {
        throw new MalformedMessageException("a content header has a parameter twice");
      }
      at = matcher.end();
    }
    if (!matcher.usePattern(END).region(at, text.length()).matches()) {
      throw new MalformedMessageException("a content header has another form");
    }
    return new StructuredField(value, parameters);
  }

  /**
   * {@return a parameter that has no encoded form (RFC 2231) beside or instead of its plain one}
   */
  Optional<String> plain(String name) throws MalformedMessageException {
    if (parameters.keySet().stream().anyMatch(other -> other.startsWith(name + "*"))) {
      throw new MalformedMessageException("the parameter " + name + " is encoded");
    }
    Optional<String> text = Optional.ofNullable(parameters.get(name));
    if (text.filter(written -> written.chars().anyMatch(c -> c > '~')).isPresent()) {
      throw new MalformedMessageException("the parameter " + name + " is not ASCII");
    }
    return text;
  }

  /** {@return a parameter's text, decoded if it is encoded (RFC 2231)} */
  Optional<String> decoded(String name) throws MalformedMessageException {
    return ExtendedParameter.of(this, name);
  }
}
