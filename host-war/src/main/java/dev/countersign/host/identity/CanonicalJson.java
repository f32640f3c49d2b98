package dev.countersign.host.identity;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * JSON in the canonical form of RFC 8785 for the values that claims and ledger entries use:
 * booleans, strings, arrays, objects, and integers that a double holds exactly.
 */
public final class CanonicalJson {
  /** The largest integer that survives every JSON reader (RFC 7493 §2.2). */
  public static final long INTEGER_MAX = 9_007_199_254_740_991L;

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /** {@return the UTF-8 bytes of one object} Sorting is by UTF-16 units, as the map's is. */
  // law: canonical_is_injective
  public static byte[] bytes(SortedMap<String, Object> members) {
    return text(members).getBytes(StandardCharsets.UTF_8);
  }

  /** {@return the same as text} */
  public static String text(SortedMap<String, Object> members) {
    CanonicalJson json = new CanonicalJson();
    json.object(members);
    return json.out.toString();
  }

  private void object(SortedMap<?, ?> members) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator);
      string((String) member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private void value(Object value) {
    switch (value) {
      case Boolean b -> out.append(b.booleanValue());
      case Long n -> integer(n);
      case String s -> string(s);
      case Collection<?> items -> array(items);
      case SortedMap<?, ?> members -> object(members);
      default -> throw new IllegalArgumentException("not a canonical value: " + value.getClass());
    }
  }

  private void integer(long number) {
    if (number < -INTEGER_MAX || number > INTEGER_MAX) {
      throw new IllegalArgumentException("the integer is not exact in every JSON reader");
    }
    out.append(number);
  }

  private void array(Collection<?> items) {
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  // RFC 8785 §3.2.2.2
  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
