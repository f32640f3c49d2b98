package dev.countersign.host.identity.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter that may be encoded, cut into sections, or both (RFC 2231 §3 and §4). */
final class ExtendedParameter {
  private static final Pattern CHARSET = Pattern.compile("(?is)(utf-8|us-ascii)'[^']*'(.*)");
  private static final Pattern ENCODED = Pattern.compile("(?s)(?:[^%]|%[0-9A-Fa-f]{2})*+");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ExtendedParameter() {}

  /**
   * {@return the text, empty if there is no such parameter}
   *
   * @throws MalformedMessageException if it stands there in two forms, a section is missing, or it
   *     is not UTF-8
   */
  static Optional<String> of(StructuredField field, String name) throws MalformedMessageException {
    Map<String, String> all = field.parameters();
    long forms =
        all.keySet().stream().filter(key -> key.equals(name) || key.startsWith(name + "*")).count();
    if (forms == 0) {
      return Optional.empty();
    }
    ExtendedParameter text = new ExtendedParameter();
    long read = 0;
    if (all.containsKey(name)) {
      text.literal(all.getOrDefault(name, ""));
      read = 1;
    } else if (all.containsKey(name + "*")) {
      text.encoded(all.getOrDefault(name + "*", ""), true);
      read = 1;
    } else {
      read = text.sections(all, name + "*");
    }
    if (read != forms) {
      throw new MalformedMessageException("the parameter " + name + " stands in two forms");
    }
    return Optional.of(text.utf8());
  }

  private long sections(Map<String, String> all, String prefix) throws MalformedMessageException {
    boolean encoded = all.containsKey(prefix + "0*");
    long read = 0;
    while (true) {
      String plain = all.get(prefix + read);
      String extended = all.get(prefix + read + "*");
      if (plain != null) {
        literal(plain);
      } else if (extended != null && encoded) {
        encoded(extended, read == 0);
      } else {
        return read;
      }
      read++;
    }
  }

  private void literal(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void encoded(String text, boolean first) throws MalformedMessageException {
    String rest = text;
    if (first) {
      Matcher charset = CHARSET.matcher(text);
      if (!charset.matches()) {
        throw new MalformedMessageException("a parameter is in another charset than UTF-8");
      }
      rest = charset.group(2);
    }
    if (!ENCODED.matcher(rest).matches()) {
      throw new MalformedMessageException("a parameter is not percent-encoded");
    }
    for (int at = 0; at < rest.length(); at++) {
      if (rest.charAt(at) == '%') {
        bytes.write(HexFormat.fromHexDigits(rest, at + 1, at + 3));
        at += 2;
      } else {
        bytes.write(rest.charAt(at));
      }
    }
  }

  private String utf8() throws MalformedMessageException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException("a parameter is not UTF-8");
    }
  }
}
