package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DryRunBody;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.domains.DryRun;
import dev.countersign.host.ledger.Action;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Another threshold, tried on past messages. */
@Path("/v1/domains/policy")
@RequestScoped
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DomainPolicyResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject DryRun dryRun;
  @Inject InstantSource time;

  @POST
  @Path("dry-run")
  @Recorded(Action.DRY_RUN_POLICY)
  @Operation(
      summary = "Try a risk threshold on past messages",
      description = "risk_threshold, 0 to 1; days, how far back. Changes nothing.")
  @APIResponse(responseCode = "200", description = "What would have fared otherwise")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public DryRun.Outcome dryRun(DryRunBody body) {
    var speaker = call.speaker();
    int threshold = body.threshold();
    long since = time.millis() - body.span().toMillis();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.DRY_RUN_POLICY,
            Sight.LEDGER,
            () -> dryRun.compare(speaker.tenantId(), threshold, since)));
  }
}
