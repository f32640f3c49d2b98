package dev.countersign.host.ids;

import java.util.Optional;

/** A conversation's id, {@code thr_} and a ULID. */
public record ThreadId(String ulid) {
  private static final String PREFIX = "thr_";

  public static ThreadId mint() {
    return new ThreadId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<ThreadId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(ThreadId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
