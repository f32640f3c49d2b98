package dev.countersign.host.ids;

import java.util.Optional;

/** The id of an erasing run, {@code run_} and a ULID. */
public record RunId(String ulid) {
  private static final String PREFIX = "run_";

  public static RunId mint() {
    return new RunId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<RunId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(RunId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
