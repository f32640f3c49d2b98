package dev.countersign.host.api.json;

import dev.countersign.host.webhooks.DeliveryRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event on its way to one webhook.
 *
 * @param status pending, delivered, or failed where the webhook was replayed before it arrived
 * @param responseStatus of the last try; null where nothing answered, and {@code failure} says why
 */
public record DeliveryJson(
    String id,
    String webhookId,
    String eventId,
    String eventType,
    long position,
    String url,
    String status,
    int attempts,
    @Nullable Integer responseStatus,
    @Nullable String failure,
    String createdAt,
    String lastAttemptAt) {
  static DeliveryJson of(DeliveryRow row) {
    return new DeliveryJson(
        row.id(),
        row.webhookId(),
        row.eventId(),
        row.eventType(),
        row.logIndex(),
        row.url(),
        row.status(),
        row.attempts(),
        row.responseStatus(),
        row.failure(),
        Times.iso(row.createdAt()),
        Times.iso(row.lastAttemptAt()));
  }

  /**
   * A page of them, newest first.
   *
   * @param cursor asks for the next page; null at the end
   */
  public record Page(List<DeliveryJson> deliveries, @Nullable String cursor) {
    public static Page of(List<DeliveryRow> oneMore, int most) {
      var rows = oneMore.subList(0, Math.min(oneMore.size(), most));
      @Nullable String next = oneMore.size() > most ? rows.getLast().id() : null;
      return new Page(rows.stream().map(DeliveryJson::of).toList(), next);
    }
  }
}
