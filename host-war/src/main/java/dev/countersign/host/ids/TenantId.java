package dev.countersign.host.ids;

import java.util.Optional;

/** A tenant's id, {@code ten_} and a ULID. */
public record TenantId(String ulid) {
  private static final String PREFIX = "ten_";

  public static TenantId mint() {
    return new TenantId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<TenantId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(TenantId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
