package dev.countersign.host.ids;

import java.util.Optional;

/** A contact's id, {@code con_} and a ULID. */
public record ContactId(String ulid) {
  private static final String PREFIX = "con_";

  public static ContactId mint() {
    return new ContactId(Ulids.mint());
  }

  public static Optional<ContactId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(ContactId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
