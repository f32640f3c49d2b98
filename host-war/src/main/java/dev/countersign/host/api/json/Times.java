package dev.countersign.host.api.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Milliseconds since the epoch as ISO 8601 in UTC. */
public final class Times {
  private Times() {}

  public static String iso(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** Null for a time that is not set. */
  public static @Nullable String isoOrNull(@Nullable Long millis) {
    return millis == null || millis == 0 ? null : iso(millis);
  }
}
