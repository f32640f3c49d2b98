package dev.countersign.host.api.json;

import dev.countersign.host.desk.AccountSettingsDesk;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about an account; what is absent stays.
 *
 * @param oversightEmail whoever is asked for approval from now on
 * @param physicalAddress where the organisation is to be found; empty to forget it
 * @param monthlyEmailQuota messages in a month, 0 for any number
 * @param warmupDays for which new mailboxes are held to a ramp, 0 for not at all
 */
@Schema(example = "{\"name\": \"Acme Reports\"}")
public record AccountPatchBody(
    @Nullable String name,
    @Nullable String oversightEmail,
    @Nullable String physicalAddress,
    @Nullable Integer monthlyEmailQuota,
    @Nullable Integer warmupDays) {
  private static final int ADDRESS_CHARACTERS = 2000;

  public AccountSettingsDesk.Wanted wanted(Limits limits) {
    var wanted =
        new AccountSettingsDesk.Wanted(
            Fields.line("name", name, limits.value(Limit.NAME_CHARACTERS)),
            Fields.optional(oversightEmail)
                .map(text -> NewMailboxBody.person("oversight_email", text)),
            physicalAddress == null
                ? Optional.empty()
                : Optional.of(
                    Fields.shortText("physical_address", physicalAddress, ADDRESS_CHARACTERS)
                        .orElse("")),
            bounded("monthly_email_quota", monthlyEmailQuota, Limit.MONTHLY_MESSAGES_COUNT),
            bounded("warmup_days", warmupDays, Limit.WARMUP_DAYS));
    if (wanted.isEmpty()) {
      throw Fields.missing("name");
    }
    return wanted;
  }

  private static Optional<Integer> bounded(String field, @Nullable Integer value, Limit within) {
    if (value != null && (value < within.lowest() || value > within.highest())) {
      throw Problem.field(
          ErrorCode.OUT_OF_RANGE,
          field,
          field + " must be a whole number from " + within.lowest() + " to " + within.highest());
    }
    return Optional.ofNullable(value);
  }
}
