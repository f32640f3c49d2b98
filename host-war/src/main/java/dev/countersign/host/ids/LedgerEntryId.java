package dev.countersign.host.ids;

import java.util.Optional;

/** A ledger entry's id, {@code led_} and a ULID. */
public record LedgerEntryId(String ulid) {
  private static final String PREFIX = "led_";

  public static LedgerEntryId mint() {
    return new LedgerEntryId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<LedgerEntryId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(LedgerEntryId::new);
  }

  /** {@return what sorts before every id minted at or after this time} */
  public static LedgerEntryId earliest(long millis) {
    return new LedgerEntryId(Ulids.earliest(millis));
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
