package dev.countersign.host.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countersign.host.webhooks.EventType;
import dev.countersign.host.webhooks.WebhookRow;
import dev.countersign.host.webhooks.Webhooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param status active, failing while tries are repeated, or disabled
 * @param position in the log, of the first entry that has not been dealt with
 * @param signingSecret in the answer to the call that made it, and nowhere else
 */
public record WebhookJson(
    String id,
    String url,
    List<String> events,
    @Nullable String mailboxId,
    String format,
    String status,
    long position,
    int attempts,
    @Nullable String failingSince,
    @Nullable String disabledAt,
    String createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String signingSecret) {
  public static WebhookJson of(WebhookRow row) {
    return of(row, null);
  }

  public static WebhookJson of(Webhooks.Made made) {
    return of(made.webhook(), made.secret());
  }

  private static WebhookJson of(WebhookRow row, @Nullable String secret) {
    return new WebhookJson(
        row.id(),
        row.url(),
        row.events().stream().map(EventType::wire).toList(),
        row.mailboxId(),
        row.format().wire(),
        status(row),
        row.position(),
        row.attempts(),
        Times.isoOrNull(row.failingSince()),
        Times.isoOrNull(row.disabledAt()),
        Times.iso(row.createdAt()),
        secret);
  }

  private static String status(WebhookRow row) {
    if (row.disabledAt() != null) {
      return "disabled";
    }
    return row.failingSince() == null ? "active" : "failing";
  }

  /** All of a tenant's, under the names that different clients read. */
  public record Listed(List<WebhookJson> subscriptions, List<WebhookJson> webhooks) {
    public static Listed of(List<WebhookRow> rows) {
      var all = rows.stream().map(WebhookJson::of).toList();
      return new Listed(all, all);
    }
  }
}
