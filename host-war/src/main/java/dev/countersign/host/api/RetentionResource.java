package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.RetentionBody;
import dev.countersign.host.api.json.RetentionJson;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.RetentionDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.retention.RetentionPolicies;
import dev.countersign.host.retention.RetentionPolicy;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long a tenant keeps what people wrote. */
@Path("/v1/retention")
@RequestScoped
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject RetentionDesk desk;
  @Inject RetentionPolicies policies;
  @Inject RetentionViews views;
  @Inject Tenants tenants;
  @Inject Transactions transactions;

  @GET
  @Recorded(Action.LOOK_AT_RETENTION)
  @Operation(summary = "Show the retention policy, its bounds, and what was erased")
  @APIResponse(responseCode = "200", description = "The policy in force, and the latest runs")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public RetentionJson show() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker, Action.LOOK_AT_RETENTION, Sight.LEDGER, () -> views.of(speaker.tenantId())));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SET_RETENTION)
  @Operation(
      summary = "Set the retention policy",
      description =
          "content_days, ledger_personal_days, webhook_history_days; what is not said stays. What"
              + " is past its time by the new policy is erased soon, and nobody gets it back.")
  @APIResponse(responseCode = "200", description = "The policy as it is now")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  public RetentionJson set(RetentionBody body) {
    var speaker = call.speaker();
    var wanted = body.over(present(speaker.tenantId()), policies.atLeast());
    Decided.allowed(desk.set(speaker, wanted));
    return transactions.run(() -> views.of(speaker.tenantId()));
  }

  private RetentionPolicy present(String tenantId) {
    return transactions.run(() -> policies.inForce(tenants.tenant(tenantId)));
  }
}
