package dev.countersign.host.api.account;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.usage.Usage;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much an account sends, receives, asks and decides. */
@Path("/v1/usage")
@RequestScoped
@Tag(name = "Account")
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {
  // The last millisecond of the year 9999.
  private static final long LATEST = 253_402_300_799_999L;

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject Usage usage;
  @Inject InstantSource time;

  @GET
  @Recorded(Action.LOOK_AT_USAGE)
  @Operation(
      operationId = "showUsage",
      summary = "Show what the account did in some time",
      description =
          "from and to are milliseconds since 1970; without them, this calendar month (UTC). With"
              + " period=daily or breakdown=daily, also for each day.")
  @APIResponse(responseCode = "200", description = "The numbers, counted in the ledger")
  @APIResponse(responseCode = "400", description = "A parameter cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  public UsageJson show(
      @QueryParam("period") @Nullable String period,
      @QueryParam("breakdown") @Nullable String breakdown,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    boolean daily =
        Fields.word("period", period, UsageResource::daily)
            .or(() -> Fields.word("breakdown", breakdown, UsageResource::daily))
            .orElse(false);
    long now = time.millis();
    long since = Fields.optional(from).map(text -> millis("from", text)).orElse(month());
    long until = Fields.optional(to).map(text -> millis("to", text)).orElse(now + 1);
    if (since > until) {
      throw Fields.invalid("to", "to must not be before from.");
    }
    var tenant = call.speaker().tenantId();
    return Decided.allowed(
        looks.look(
            call.speaker(),
            Action.LOOK_AT_USAGE,
            Sight.MAILBOXES,
            () ->
                UsageJson.of(
                    since,
                    until,
                    usage.summary(tenant, since, until),
                    daily ? usage.daily(tenant, since, until) : null)));
  }

  private long month() {
    return time.instant()
        .atZone(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.DAYS)
        .withDayOfMonth(1)
        .toInstant()
        .toEpochMilli();
  }

  private static Optional<Boolean> daily(String word) {
    return switch (word) {
      case "daily" -> Optional.of(true);
      case "summary" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static long millis(String field, String text) {
    try {
      long millis = Long.parseLong(text.strip());
      if (millis >= 0 && millis <= LATEST) {
        return millis;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number outside the bounds
    }
    throw Problem.field(
        ErrorCode.OUT_OF_RANGE, field, field + " must be a number of milliseconds since 1970.");
  }
}
