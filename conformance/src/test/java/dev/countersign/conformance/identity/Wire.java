package dev.countersign.conformance.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as it goes over the wire, one character for each byte. */
record Wire(String text) {
  static Wire of(byte[] message) {
    return new Wire(new String(message, StandardCharsets.ISO_8859_1));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  int bodyStart() {
    return text.indexOf("\r\n\r\n") + 4;
  }

  private static Matcher field(String name, String in) {
    return Pattern.compile("(?mi)^" + Pattern.quote(name) + ":[ \\t]*((?:[^\r]|\r\n[ \\t])*)\r\n")
        .matcher(in);
  }

  /** Where the value of the message's first field of this name is; empty if there is none. */
  Optional<Span> value(String name) {
    var found = field(name, text.substring(0, bodyStart()));
    return found.find() ? Optional.of(new Span(found.start(1), found.end(1))) : Optional.empty();
  }

  Optional<String> valueOf(String name) {
    return value(name).map(span -> text.substring(span.start(), span.end()));
  }

  /** {@return the token of X-MultiMail-Identity, unfolded} */
  String token() {
    return valueOf("X-MultiMail-Identity").orElseThrow().replaceAll("\\s", "");
  }

  Wire withValue(String name, UnaryOperator<String> change) {
    var span = value(name).orElseThrow();
    var changed = change.apply(text.substring(span.start(), span.end()));
    return new Wire(text.substring(0, span.start()) + changed + text.substring(span.end()));
  }

  Wire without(String name) {
    var found = field(name, text);
    return found.find() && found.start() < bodyStart()
        ? new Wire(text.substring(0, found.start()) + text.substring(found.end()))
        : this;
  }

  Wire onTop(String line) {
    return new Wire(line + "\r\n" + text);
  }

  Wire atHeadersEnd(String line) {
    int end = bodyStart() - 2;
    return new Wire(text.substring(0, end) + line + "\r\n" + text.substring(end));
  }

  Wire replacing(String old, String replacement) {
    return new Wire(text.replace(old, replacement));
  }

  Wire insertedAt(int at, String more) {
    return new Wire(text.substring(0, at) + more + text.substring(at));
  }

  Wire withCharacterAt(int at, char c) {
    return new Wire(text.substring(0, at) + c + text.substring(at + 1));
  }

  /** From {@code start} to before {@code end}. */
  record Span(int start, int end) {}
}
