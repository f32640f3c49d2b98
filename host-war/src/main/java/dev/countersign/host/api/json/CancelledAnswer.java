package dev.countersign.host.api.json;

/** A message that will not be sent, by this call or an earlier one. */
public record CancelledAnswer(String id, String messageId, String status) {
  public static CancelledAnswer of(String id) {
    return new CancelledAnswer(id, id, "cancelled");
  }
}
