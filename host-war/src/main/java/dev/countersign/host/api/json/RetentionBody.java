package dev.countersign.host.api.json;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.retention.RetentionPolicy;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A retention policy, in days. */
@Schema(example = "{\"content_days\": 400}")
public record RetentionBody(
    @Nullable Integer contentDays,
    @Nullable Integer ledgerPersonalDays,
    @Nullable Integer webhookHistoryDays) {
  private static final int MOST = 36_500;

  /** What is not said stays as it is. */
  public RetentionPolicy over(RetentionPolicy present, RetentionPolicy least) {
    return new RetentionPolicy(
        days("content_days", contentDays, present.contentDays(), least.contentDays()),
        days(
            "ledger_personal_days",
            ledgerPersonalDays,
            present.ledgerPersonalDays(),
            least.ledgerPersonalDays()),
        days(
            "webhook_history_days",
            webhookHistoryDays,
            present.webhookHistoryDays(),
            least.webhookHistoryDays()));
  }

  private static int days(String field, @Nullable Integer wanted, int present, int least) {
    int days = wanted == null ? present : wanted;
    if (wanted != null && (days < least || days > MOST)) {
      throw Problem.field(
          ErrorCode.OUT_OF_RANGE,
          field,
          String.format(Locale.ROOT, "%s must be from %d to %d days.", field, least, MOST));
    }
    return days;
  }
}
