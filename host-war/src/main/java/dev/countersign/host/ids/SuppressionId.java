package dev.countersign.host.ids;

import java.util.Optional;

/** The id of a suppressed address, {@code sup_} and a ULID. */
public record SuppressionId(String ulid) {
  private static final String PREFIX = "sup_";

  public static SuppressionId mint() {
    return new SuppressionId(Ulids.mint());
  }

  public static Optional<SuppressionId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(SuppressionId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
