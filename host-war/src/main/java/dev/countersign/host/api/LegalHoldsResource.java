package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.HoldBody;
import dev.countersign.host.api.json.HoldJson;
import dev.countersign.host.api.json.HoldList;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.RetentionDesk;
import dev.countersign.host.ids.HoldId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.retention.LegalHolds;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What must not be erased, whatever its age. */
@Path("/v1/legal-holds")
@RequestScoped
@Tag(name = "Retention")
@Produces(MediaType.APPLICATION_JSON)
public class LegalHoldsResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject RetentionDesk desk;
  @Inject LegalHolds holds;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_RETENTION)
  @Operation(summary = "List legal holds, newest first, lifted ones too")
  @APIResponse(responseCode = "200", description = "The latest")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public HoldList list() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_RETENTION,
            Sight.LEDGER,
            () ->
                new HoldList(
                    holds.all(speaker.tenantId(), limits.count(Limit.LIST_PAGE_COUNT)).stream()
                        .map(HoldJson::of)
                        .toList())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.PLACE_HOLD)
  @Operation(
      summary = "Place a legal hold: nothing there is erased until it is lifted",
      description = "mailbox_id or message_id, with neither on everything; reason.")
  @APIResponseSchema(value = HoldJson.class, responseCode = "201", responseDescription = "The hold")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such mailbox or message")
  public Response place(HoldBody body) {
    var hold = Decided.allowed(desk.place(call.speaker(), body.place(), body.why(limits)));
    return Response.status(Response.Status.CREATED).entity(HoldJson.of(hold)).build();
  }

  @POST
  @Path("{id}/lift")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.LIFT_HOLD)
  @Operation(summary = "Lift a legal hold", description = "reason.")
  @APIResponse(responseCode = "200", description = "The hold as it is now")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such hold in force")
  public HoldJson lift(@PathParam("id") String id, HoldBody body) {
    call.about(id);
    var hold = HoldId.parse(id).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    return HoldJson.of(Decided.allowed(desk.lift(call.speaker(), hold, body.why(limits))));
  }
}
