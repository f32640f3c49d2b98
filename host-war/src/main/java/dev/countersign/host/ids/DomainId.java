package dev.countersign.host.ids;

import java.util.Optional;

/** A sending domain's id, {@code dom_} and a ULID. */
public record DomainId(String ulid) {
  private static final String PREFIX = "dom_";

  public static DomainId mint() {
    return new DomainId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<DomainId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(DomainId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
