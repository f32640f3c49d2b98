package dev.countersign.host.inbound.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Groups of header fields with empty lines between them, as reports have them. */
final class FieldGroups {
  private static final int GROUPS_MAX = 1000;
  private static final int TEXT_CHARACTERS = 1000;

  // Possessive here as wherever a group repeats: Java's matcher takes a stack frame for each turn
  // that it might have to take back.
  private static final Pattern EMPTY_LINES = Pattern.compile("\\r?\\n(?:[ \\t]*+\\r?\\n)++");
  private static final Pattern BETWEEN = Pattern.compile("\\r?\\n(?![ \\t])");

  private final List<Map<String, String>> groups = new ArrayList<>();

  FieldGroups(byte[] text) {
    String lines = new String(text, StandardCharsets.UTF_8).strip();
    EMPTY_LINES
        .splitAsStream(lines)
        .limit(GROUPS_MAX)
        .map(FieldGroups::fields)
        .filter(group -> !group.isEmpty())
        .forEach(groups::add);
  }

  /** {@return them, each from names in lower case to values on one line; of several the first} */
  List<Map<String, String>> all() {
    return groups;
  }

  private static Map<String, String> fields(String group) {
    Map<String, String> fields = new LinkedHashMap<>();
    BETWEEN
        .splitAsStream(group)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, oneLine(line.substring(colon + 1)));
              }
            });
    return fields;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= TEXT_CHARACTERS ? line : line.substring(0, TEXT_CHARACTERS);
  }

  /** {@return what stands behind the type of {@code rfc822; bob@example.org}} */
  static Optional<String> typed(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(value -> value.substring(value.indexOf(';') + 1).strip())
        .filter(value -> !value.isEmpty());
  }

  /** {@return the address without the angle brackets that it may have} */
  static String bare(String address) {
    String text = address.strip();
    return text.startsWith("<") && text.endsWith(">")
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }
}
