package dev.countersign.host.identity.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message or a part of one: its header fields, top down, and its body (RFC 5322 §2.1). */
public record Entity(List<Field> fields, String body) {
  public Entity {
    fields = List.copyOf(fields);
  }

  /** One header field; the value as it stands after the colon, line ends taken out. */
  public record Field(String name, String value) {
    /** {@return the value as DKIM's relaxed form has it (RFC 6376 §3.4.2)} */
    public String relaxed() {
      String spaced = value.replaceAll("[ \t]+", " ");
      int end = spaced.length() - (spaced.endsWith(" ") ? 1 : 0);
      return spaced.substring(spaced.startsWith(" ") && end > 0 ? 1 : 0, end);
    }

    private String trimmed() {
      int start = 0;
      while (start < value.length() && " \t".indexOf(value.charAt(start)) >= 0) {
        start++;
      }
      int end = value.length();
      while (end > start && " \t".indexOf(value.charAt(end - 1)) >= 0) {
        end--;
      }
      return value.substring(start, end);
    }
  }

  /** Reads a message; its bytes become characters one by one. */
  public static Entity of(byte[] message) throws MalformedMessageException {
    return of(new String(message, StandardCharsets.ISO_8859_1));
  }

  static Entity of(String text) throws MalformedMessageException {
    List<Field> fields = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      TextLine line = TextLine.at(text, at);
      at = line.next();
      if (line.isEmpty()) {
        break;
      }
      boolean folded = text.charAt(line.start()) == ' ' || text.charAt(line.start()) == '\t';
      // Some readers end the header at a line of nothing but spaces, others go on.
      if (line.trimmedEnd(text) == line.start() || (folded && open.isEmpty())) {
        throw new MalformedMessageException("a header line has no field");
      }
      if (!folded) {
        close(open, fields);
      }
      open.append(text, line.start(), line.end());
    }
    close(open, fields);
    return new Entity(fields, text.substring(at));
  }

  private static void close(StringBuilder open, List<Field> fields)
      throws MalformedMessageException {
    if (open.isEmpty()) {
      return;
    }
    int colon = open.indexOf(":");
    if (colon < 1 || !open.chars().limit(colon).allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new MalformedMessageException("a header line has no field name");
    }
    if (open.indexOf("\0") >= 0) {
      throw new MalformedMessageException("a header field contains NUL");
    }
    fields.add(new Field(open.substring(0, colon), open.substring(colon + 1)));
    open.setLength(0);
  }

  /** {@return the values of all fields of this name, relaxed, top down} */
  public List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::relaxed)
        .toList();
  }

  /**
   * {@return the value of the only field of this name, without spaces at its ends; a name in quotes
   * may have two spaces together}
   */
  Optional<String> only(String name) throws MalformedMessageException {
    List<Field> found =
        fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
    if (found.size() > 1) {
      // Readers differ in which of two they take.
      throw new MalformedMessageException("the header " + name + " is there twice");
    }
    return found.stream().findFirst().map(Field::trimmed);
  }
}
