package dev.countersign.host.mcp.tools;

import java.util.List;
import java.util.Map;

/**
 * A message that waits for a person.
 *
 * @param email as the API lists it
 */
public record QueueItem(Map<String, Object> email) {
  public static List<QueueItem> of(Map<String, Object> listed) {
    return listed.get("emails") instanceof List<?> rows
        ? rows.stream().map(row -> new QueueItem(Shape.members(row))).toList()
        : List.of();
  }

  public String id() {
    return String.valueOf(email.get("id"));
  }

  /** By either of its ids. */
  public boolean is(String id) {
    return id.equals(email.get("id")) || id.equals(email.get("message_id"));
  }

  /** {@return what is known of it, as JSON} */
  public String facts() {
    return Shape.pretty(Shape.withoutBody(email));
  }

  /** {@return its text between marks} */
  public String body() {
    return Untrusted.body(Shape.body(email));
  }
}
