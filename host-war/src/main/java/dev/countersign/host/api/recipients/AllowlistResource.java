package dev.countersign.host.api.recipients;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.Lookup;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.RecipientDesk;
import dev.countersign.host.ids.RecipientEntryId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.recipients.KnownRecipients;
import dev.countersign.kernel.Refusal;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The allowlist of a mailbox. It lets nothing past a person: a message whose recipients are all on
 * it says so to whoever decides.
 */
@Path("/v1/mailboxes/{id}/allowlist")
@RequestScoped
@Tag(name = "Mailboxes")
@Produces(MediaType.APPLICATION_JSON)
public class AllowlistResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk looks;
  @Inject RecipientDesk desk;
  @Inject KnownRecipients recipients;

  @GET
  @Recorded(Action.LOOK_AT_KNOWN_RECIPIENTS)
  @Operation(operationId = "listAllowlist", summary = "List the recipients that are known")
  @APIResponse(responseCode = "200", description = "The entries, oldest first")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public AllowlistJson.Listed list(@PathParam("id") String id) {
    var box = lookup.mailbox(id);
    return Decided.allowed(
        looks.look(
            call.speaker(),
            Action.LOOK_AT_KNOWN_RECIPIENTS,
            Sight.MAILBOXES,
            () -> AllowlistJson.Listed.of(box.id(), recipients.all(box))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.ADD_KNOWN_RECIPIENT)
  @Operation(
      operationId = "addAllowlistEntry",
      summary = "Say that a recipient is known",
      description =
          "An address, or *@ and a domain. In every mode, messages go the same way as before: whoever"
              + " decides is told that the recipient is known.")
  @APIResponseSchema(value = AllowlistJson.class, responseCode = "201")
  @APIResponse(responseCode = "201", description = "The entry")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  @APIResponse(responseCode = "409", description = "There is such an entry already")
  public Response add(@PathParam("id") String id, AllowlistJson.Body body) {
    var box = lookup.mailbox(id);
    var pattern = body.known();
    var note = body.remark().orElse(null);
    var row = Decided.allowed(desk.add(call.speaker(), box, pattern, note));
    return Response.status(Response.Status.CREATED).entity(AllowlistJson.of(row)).build();
  }

  @DELETE
  @Path("{entry}")
  @Recorded(Action.REMOVE_KNOWN_RECIPIENT)
  @Operation(operationId = "removeAllowlistEntry", summary = "Know a recipient no more")
  @APIResponse(responseCode = "200", description = "The entry is gone")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such mailbox or entry")
  public StatusAnswer remove(@PathParam("id") String id, @PathParam("entry") String entry) {
    var box = lookup.mailbox(id);
    call.about(entry);
    var parsed =
        RecipientEntryId.parse(entry).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    var row = Decided.allowed(desk.remove(call.speaker(), box, parsed));
    return new StatusAnswer(row.id(), "deleted");
  }
}
