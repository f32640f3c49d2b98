package dev.countersign.host.ids;

import java.util.Optional;

/** An API key's id, {@code key_} and a ULID; not the key itself. */
public record KeyId(String ulid) {
  private static final String PREFIX = "key_";

  public static KeyId mint() {
    return new KeyId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<KeyId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(KeyId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
