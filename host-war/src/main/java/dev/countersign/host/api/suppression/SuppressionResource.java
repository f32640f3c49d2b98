package dev.countersign.host.api.suppression;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.SuppressionDesk;
import dev.countersign.host.ids.SuppressionId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Addresses that the tenant's mail does not go to. */
@Path("/v1/suppression")
@RequestScoped
@Tag(name = "Suppression")
@Produces(MediaType.APPLICATION_JSON)
public class SuppressionResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject SuppressionDesk desk;
  @Inject Suppressions suppressions;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_SUPPRESSIONS)
  @Operation(
      operationId = "listSuppressions",
      summary = "List the addresses that are not written to, newest first")
  @APIResponse(responseCode = "200", description = "A page of them")
  @APIResponse(responseCode = "400", description = "limit or cursor cannot be used")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public SuppressionJson.Listed list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var speaker = call.speaker();
    int page = limits.page(limit);
    var before = Fields.word("cursor", cursor, SuppressionId::parse);
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_SUPPRESSIONS,
            Sight.LEDGER,
            () ->
                SuppressionJson.Listed.of(
                    suppressions.page(speaker.tenantId(), before, page), page)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SUPPRESS)
  @Operation(operationId = "addSuppression", summary = "Write to an address no more")
  @APIResponseSchema(value = SuppressionJson.class, responseCode = "201")
  @APIResponse(responseCode = "201", description = "It is on the list, now or before")
  @APIResponse(responseCode = "400", description = "email_address cannot be used")
  @APIResponse(responseCode = "403", description = "The key holds neither send nor admin")
  public Response add(SuppressionJson.Body body) {
    var address = address(Fields.required("email_address", body.emailAddress()));
    var row = Decided.allowed(desk.suppress(call.speaker(), address));
    return Response.status(Response.Status.CREATED).entity(SuppressionJson.of(row)).build();
  }

  @DELETE
  @Path("{address}")
  @Recorded(Action.LIFT_SUPPRESSION)
  @Operation(
      operationId = "removeSuppression",
      summary = "Let an address be written to again",
      description =
          "An operator answers for it, whatever the reason was: the ledger tells who did it.")
  @APIResponse(responseCode = "200", description = "It may be written to")
  @APIResponse(responseCode = "400", description = "Not an address")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "It is not on the list")
  public SuppressionJson.Lifted remove(@PathParam("address") String text) {
    var address = address(text);
    return new SuppressionJson.Lifted(
        Decided.allowed(desk.lift(call.speaker(), address)).address(), true);
  }

  private String address(String text) {
    call.about(text);
    return Suppressions.comparable(Fields.address("email_address", text));
  }
}
