package dev.countersign.audit.entries;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads JSON in its one canonical form (RFC 8785) and nothing else: no white space, members in
 * order and none twice, the shortest escapes. Numbers are integers of at most 2^53-1. What is read
 * here has exactly one spelling, so comparing values is comparing bytes.
 */
public final class CanonicalJson {
  static final long INTEGER_MAX = (1L << 53) - 1;
  private static final int DEPTH_MAX = 32;
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,15}");

  private final String text;
  private int at;

  private CanonicalJson(String text) {
    this.text = text;
  }

  /**
   * {@return the object that these bytes are: maps, lists, strings, longs and booleans}
   *
   * @throws NotCanonical if they are anything else, or the same in another spelling
   */
  public static Map<String, Object> object(byte[] bytes, int from, int to) throws NotCanonical {
    var reader = new CanonicalJson(decoded(bytes, from, to));
    if (reader.next() != '{') {
      throw reader.unexpected();
    }
    var object = reader.members(1);
    if (reader.at != reader.text.length()) {
      throw reader.unexpected();
    }
    return object;
  }

  private static String decoded(byte[] bytes, int from, int to) throws NotCanonical {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new NotCanonical("it is not UTF-8");
    }
  }

  private Object value(int depth) throws NotCanonical {
    if (depth > DEPTH_MAX) {
      throw new NotCanonical("it is nested deeper than " + DEPTH_MAX);
    }
    char c = next();
    return switch (c) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number(c);
    };
  }

  private Map<String, Object> members(int depth) throws NotCanonical {
    Map<String, Object> members = new LinkedHashMap<>();
    if (peek() == '}') {
      at++;
      return members;
    }
    String last = null;
    do {
      expect('"');
      String name = string();
      // Java compares strings by UTF-16 code units, as RFC 8785 sorts them.
      if (last != null && last.compareTo(name) >= 0) {
        throw new NotCanonical("its members are not in order, each once");
      }
      last = name;
      expect(':');
      members.put(name, value(depth + 1));
    } while (more('}'));
    return members;
  }

  private List<Object> elements(int depth) throws NotCanonical {
    List<Object> elements = new ArrayList<>();
    if (peek() == ']') {
      at++;
      return elements;
    }
    do {
      elements.add(value(depth + 1));
    } while (more(']'));
    return elements;
  }

  private boolean more(char end) throws NotCanonical {
    char c = next();
    if (c != ',' && c != end) {
      throw unexpected();
    }
    return c == ',';
  }

  private String string() throws NotCanonical {
    int from = at;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        at = i + 1;
        return text.substring(from, i);
      }
      if (c == '\\' || c < ' ') {
        return escaped(from, i);
      }
    }
    throw new NotCanonical("it ends within a string");
  }

  private String escaped(int from, int firstEscape) throws NotCanonical {
    var out = new StringBuilder(text.substring(from, firstEscape));
    at = firstEscape;
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw unexpected();
      }
      out.append(c == '\\' ? escape() : c);
    }
    return out.toString();
  }

  private char escape() throws NotCanonical {
    char c = next();
    int named = "\"\\bfnrt".indexOf(c);
    if (named >= 0) {
      return "\"\\\b\f\n\r\t".charAt(named);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw unexpected();
    }
    String hex = text.substring(at, at + 4);
    at += 4;
    // Only control characters without a name of their own are written so, in lower case.
    if (!hex.matches("00[01][0-9a-f]")) {
      throw unexpected();
    }
    char control = (char) Integer.parseInt(hex, 16);
    if ("\b\f\n\r\t".indexOf(control) >= 0) {
      throw unexpected();
    }
    return control;
  }

  private Long number(char first) throws NotCanonical {
    int from = at - 1;
    while (at < text.length() && '0' <= text.charAt(at) && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(first == '-' ? from + 1 : from, at);
    boolean one = INTEGER.matcher(digits).matches() && !(first == '-' && digits.equals("0"));
    if (!one || Long.parseLong(digits) > INTEGER_MAX) {
      throw unexpected();
    }
    return first == '-' ? -Long.parseLong(digits) : Long.parseLong(digits);
  }

  private Boolean word(String word, boolean meaning) throws NotCanonical {
    if (!text.startsWith(word, at - 1)) {
      throw unexpected();
    }
    at += word.length() - 1;
    return meaning;
  }

  private void expect(char wanted) throws NotCanonical {
    if (next() != wanted) {
      throw unexpected();
    }
  }

  private char next() throws NotCanonical {
    char c = peek();
    at++;
    return c;
  }

  private char peek() throws NotCanonical {
    if (at >= text.length()) {
      throw new NotCanonical("it ends too early");
    }
    return text.charAt(at);
  }

  private NotCanonical unexpected() {
    return new NotCanonical("character " + at + " is not what canonical JSON has there");
  }
}
