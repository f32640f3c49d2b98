package dev.countersign.conformance.running;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What agents of these tests write. */
public final class Drafts {
  private Drafts() {}

  /** {@return an address that nobody else in the test run writes to} */
  public static String somebody() {
    return "r" + UUID.randomUUID().toString().replace("-", "") + "@peer.example";
  }

  /** A short markdown message. */
  public static Map<String, Object> to(String... recipients) {
    return Map.of(
        "to",
        recipients,
        "subject",
        "Security review findings",
        "markdown",
        "All **seven** findings are closed.");
  }

  /** The same draft with one more field, or with another value for one. */
  public static Map<String, Object> with(Map<String, Object> draft, String field, Object value) {
    var next = new HashMap<>(draft);
    next.put(field, value);
    return next;
  }
}
