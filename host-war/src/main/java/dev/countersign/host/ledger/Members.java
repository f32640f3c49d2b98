package dev.countersign.host.ledger;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that will be written in canonical form (RFC 8785). */
public final class Members {
  private final SortedMap<String, Object> members = new TreeMap<>();

  /** What does not apply is absent, never null. */
  public Members with(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  public SortedMap<String, Object> map() {
    return members;
  }
}
