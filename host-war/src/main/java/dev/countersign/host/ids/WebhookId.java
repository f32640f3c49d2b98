package dev.countersign.host.ids;

import java.util.Optional;

/** A webhook's id, {@code wh_} and a ULID. */
public record WebhookId(String ulid) {
  private static final String PREFIX = "wh_";

  public static WebhookId mint() {
    return new WebhookId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<WebhookId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(WebhookId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
