package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.domains.Coverage;
import dev.countersign.host.ledger.Action;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far domain intelligence reached. */
@Path("/v1/domains/coverage")
@RequestScoped
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
public class DomainCoverageResource {
  private static final Duration PERIOD = Duration.ofDays(30);

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject Coverage coverage;
  @Inject InstantSource time;

  @GET
  @Recorded(Action.LOOK_AT_COVERAGE)
  @Operation(
      summary = "Tell how far domain intelligence reached in a period",
      description = "from and until are days or times in UTC; the last 30 days by default.")
  @APIResponse(responseCode = "200", description = "What is on, and counts of messages")
  @APIResponse(responseCode = "400", description = "Not a day or time")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public Coverage.Reach coverage(
      @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
    var speaker = call.speaker();
    long end = time("until", until, time.millis());
    long begin = time("from", from, end - PERIOD.toMillis());
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_COVERAGE,
            Sight.LEDGER,
            () -> coverage.of(speaker.tenantId(), begin, end)));
  }

  private static long time(String field, @Nullable String text, long byDefault) {
    return Fields.optional(text).map(given -> Fields.dateOrTime(field, given)).orElse(byDefault);
  }
}
