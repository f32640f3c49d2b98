package dev.countersign.host.inbound.authentication;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list of tags as in signatures and key records (RFC 6376, section 3.2). */
final class DkimTags {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

  private final Map<String, String> values;

  private DkimTags(Map<String, String> values) {
    this.values = values;
  }

  /** {@return the tags; nothing where the text is no such list, or has a tag twice} */
  static Optional<DkimTags> parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).strip();
      if (name.isEmpty() && equals < 0) {
        continue;
      }
      if (equals < 0 || !NAME.matcher(name).matches()) {
        return Optional.empty();
      }
      if (values.put(name, part.substring(equals + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new DkimTags(values));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Without the white space that may be anywhere in it. */
  Optional<String> packed(String name) {
    return text(name).map(value -> SPACE.matcher(value).replaceAll(""));
  }

  /** The items between colons, in lower case. */
  List<String> items(String name) {
    return packed(name)
        .map(value -> List.of(value.toLowerCase(Locale.ROOT).split(":", -1)))
        .orElse(List.of());
  }

  /** A number of seconds; nothing where there is none, or it is none. */
  Optional<Long> seconds(String name) {
    return packed(name).filter(value -> value.matches("[0-9]{1,12}")).map(Long::valueOf);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
