package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DryRunBody;
import dev.countersign.host.api.json.RiskStandardBody;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.RiskStandardDesk;
import dev.countersign.host.domains.DryRun;
import dev.countersign.host.domains.RiskStandards;
import dev.countersign.host.ledger.Action;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's thresholds, and another one tried on past messages. */
@Path("/v1/domains/policy")
@RequestScoped
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DomainPolicyResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject DryRun dryRun;
  @Inject RiskStandards standards;
  @Inject RiskStandardDesk desk;
  @Inject InstantSource time;

  @GET
  @Recorded(Action.LOOK_AT_RISK_STANDARD)
  @Operation(summary = "Show from which risk domains are flagged, and above which blocked")
  @APIResponse(responseCode = "200", description = "The thresholds, 0 to 1")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public RiskStandardBody standard() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_RISK_STANDARD,
            Sight.LEDGER,
            () -> RiskStandardBody.of(standards.of(speaker.tenantId()))));
  }

  @PUT
  @Recorded(Action.SET_RISK_STANDARD)
  @Operation(
      summary = "Set the thresholds of the tenant",
      description =
          "risk_flag_from counts at once; with risk_threshold mailboxes begin that are made from"
              + " now on, and each may get its own.")
  @APIResponse(responseCode = "200", description = "The thresholds as they stand")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Only an operator may do that")
  public RiskStandardBody set(RiskStandardBody body) {
    return RiskStandardBody.of(Decided.allowed(desk.set(call.speaker(), body.standard())));
  }

  @POST
  @Path("dry-run")
  @Recorded(Action.DRY_RUN_POLICY)
  @Operation(
      summary = "Try thresholds on past messages",
      description =
          "risk_threshold, 0 to 1; risk_flag_from, the tenant's own by default; days, how far back."
              + " Changes nothing.")
  @APIResponse(responseCode = "200", description = "What would have fared otherwise")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public DryRun.Outcome dryRun(DryRunBody body) {
    var speaker = call.speaker();
    int threshold = body.threshold();
    var flagFrom = body.flagFrom();
    long since = time.millis() - body.span().toMillis();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.DRY_RUN_POLICY,
            Sight.LEDGER,
            () -> dryRun.compare(speaker.tenantId(), threshold, flagFrom, since)));
  }
}
