package dev.countersign.host.ids;

import java.util.Optional;

/** A legal hold's id, {@code hold_} and a ULID. */
public record HoldId(String ulid) {
  private static final String PREFIX = "hold_";

  public static HoldId mint() {
    return new HoldId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<HoldId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(HoldId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
