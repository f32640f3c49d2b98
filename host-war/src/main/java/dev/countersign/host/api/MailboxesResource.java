package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.CodeBody;
import dev.countersign.host.api.json.MailboxJson;
import dev.countersign.host.api.json.MailboxList;
import dev.countersign.host.api.json.MailboxPatchBody;
import dev.countersign.host.api.json.NewMailboxBody;
import dev.countersign.host.api.json.PendingApproval;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.api.json.UpgradeBody;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mailboxes and the policy on each. */
@Path("/v1/mailboxes")
@RequestScoped
@Tag(name = "Mailboxes")
@Produces(MediaType.APPLICATION_JSON)
public class MailboxesResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk looks;
  @Inject MailboxChanges changes;
  @Inject Mailboxes mailboxes;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_MAILBOXES)
  @Operation(summary = "List the mailboxes")
  @APIResponse(responseCode = "200", description = "All mailboxes that were not removed")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  public MailboxList list() {
    var speaker = call.speaker();
    int most = limits.count(Limit.MAILBOXES_PER_TENANT_COUNT);
    return Decided.allowed(
        looks.look(
            speaker,
            Sight.MAILBOXES,
            () ->
                new MailboxList(
                    mailboxes.all(speaker.tenantId(), most).stream()
                        .map(row -> MailboxJson.of(row, null))
                        .toList())));
  }

  @GET
  @Path("{id}")
  @Recorded(Action.LOOK_AT_MAILBOXES)
  @Operation(summary = "Show a mailbox and the policy on it")
  @APIResponse(responseCode = "200", description = "The mailbox")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public MailboxJson show(@PathParam("id") String id) {
    var row = lookup.mailbox(id);
    return Decided.allowed(
        looks.look(call.speaker(), Sight.MAILBOXES, () -> MailboxJson.of(row, null)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.CREATE_MAILBOX)
  @Operation(
      summary = "Create a mailbox",
      description =
          "address, or address_local for the server's own domain. A new mailbox is never looser"
              + " than gated_send; note says so where more was asked for. An agent's admin key gets"
              + " 202, and repeats the call with approval_code; who approves there is an operator's"
              + " to say.")
  @APIResponseSchema(
      value = MailboxJson.class,
      responseCode = "201",
      responseDescription = "The mailbox")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "No admin, too many mailboxes, or a wrong code")
  @APIResponse(responseCode = "404", description = "No code is out for this")
  @APIResponse(responseCode = "409", description = "The address is or was somebody's")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response create(NewMailboxBody body) {
    return changes.create(body);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.UPDATE_MAILBOX)
  @Operation(
      summary = "Change a mailbox",
      description =
          "Any key of the tenant may make oversight_mode stricter; everything else is for an"
              + " operator. All of it happens, or nothing.")
  @APIResponseSchema(
      value = MailboxChanges.Updated.class,
      responseCode = "200",
      responseDescription = "The mailbox as it is now; status is updated")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The change is an operator's to make")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public Response update(@PathParam("id") String id, MailboxPatchBody body) {
    return Response.ok(changes.update(id, body)).build();
  }

  @PATCH
  @Path("{id}/configure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.UPDATE_MAILBOX)
  @Operation(
      summary = "Change a mailbox, under another address",
      description = "As changing it; mcp_configured notes that setting it up is done.")
  @APIResponseSchema(
      value = MailboxChanges.Updated.class,
      responseCode = "200",
      responseDescription = "The mailbox as it is now; status is updated")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The change is an operator's to make")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public Response configure(@PathParam("id") String id, MailboxPatchBody body) {
    return Response.ok(changes.update(id, body)).build();
  }

  @POST
  @Path("{id}/request-upgrade")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.REQUEST_CODE)
  @Operation(
      operationId = "requestUpgrade",
      summary = "Ask for a looser mode: a code for it goes to the overseer",
      description =
          "target_mode, one of the five. The code is good for 24 hours, once, for this mode; a new"
              + " request takes the place of the last.")
  @APIResponse(responseCode = "200", description = "A code was mailed; status is upgrade_requested")
  @APIResponse(responseCode = "400", description = "No mode, or none that is looser")
  @APIResponse(responseCode = "403", description = "The key holds neither send nor admin")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public StatusAnswer requestUpgrade(@PathParam("id") String id, UpgradeBody body) {
    return changes.requestUpgrade(id, body);
  }

  @POST
  @Path("{id}/upgrade")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.APPLY_UPGRADE)
  @Operation(
      operationId = "applyUpgrade",
      summary = "Take the looser mode with the operator's code",
      description = "code, such as A7X-29K. After five wrong codes a new one has to be asked for.")
  @APIResponseSchema(
      value = MailboxChanges.Updated.class,
      responseCode = "200",
      responseDescription = "The mailbox as it is now; status is upgraded")
  @APIResponse(responseCode = "400", description = "No code")
  @APIResponse(responseCode = "403", description = "The key may not, or the code is wrong")
  @APIResponse(responseCode = "404", description = "No such mailbox, or no code is out for it")
  public Response upgrade(@PathParam("id") String id, CodeBody body) {
    return changes.upgrade(id, body);
  }

  @POST
  @Path("{id}/suspend")
  @Recorded(Action.SUSPEND)
  @Operation(summary = "Stop a mailbox: nothing leaves it until an operator lifts the stop")
  @APIResponse(responseCode = "200", description = "The mailbox")
  @APIResponse(responseCode = "403", description = "Neither an operator's nor an overseer's key")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public MailboxJson suspend(@PathParam("id") String id) {
    return changes.call(id, new MailboxCall.Suspend());
  }

  @POST
  @Path("{id}/lift")
  @Recorded(Action.LIFT)
  @Operation(summary = "Lift the stop on a mailbox")
  @APIResponse(responseCode = "200", description = "The mailbox")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public MailboxJson lift(@PathParam("id") String id) {
    return changes.call(id, new MailboxCall.Lift());
  }

  @DELETE
  @Path("{id}")
  @Recorded(Action.REMOVE)
  @Operation(summary = "Remove a mailbox; its address is never used again")
  @APIResponse(responseCode = "200", description = "Removed; its messages stay readable")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such mailbox, or removed before")
  public StatusAnswer remove(@PathParam("id") String id) {
    return new StatusAnswer(changes.call(id, new MailboxCall.Remove()).id(), "deleted");
  }
}
