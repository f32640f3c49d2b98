package dev.countersign.host.ids;

import java.util.Optional;

/** The id of a known recipient, {@code alw_} and a ULID. */
public record RecipientEntryId(String ulid) {
  private static final String PREFIX = "alw_";

  public static RecipientEntryId mint() {
    return new RecipientEntryId(Ulids.mint());
  }

  public static Optional<RecipientEntryId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(RecipientEntryId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
