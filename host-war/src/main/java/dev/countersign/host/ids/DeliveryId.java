package dev.countersign.host.ids;

import java.util.Optional;

/** The id of one event's delivery to one webhook, {@code whd_} and a ULID. */
public record DeliveryId(String ulid) {
  private static final String PREFIX = "whd_";

  public static DeliveryId mint() {
    return new DeliveryId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<DeliveryId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(DeliveryId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
