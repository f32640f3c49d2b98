package dev.countersign.host.api;

import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.SendBody;
import dev.countersign.host.api.json.SentAnswer;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Sending from the mailbox that the path names. */
@Path("/v1/mailboxes/{id}/send")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MailboxSendResource {
  @Inject Sending sending;
  @Inject Lookup lookup;

  @POST
  @Recorded(Action.SUBMIT)
  @Operation(
      summary = "Hand in a message from this mailbox",
      description =
          "202 means that it is queued, not that it was sent: in gated modes a person decides.")
  @APIResponseSchema(SentAnswer.class)
  @APIResponse(responseCode = "202", description = "Taken in; status says where it stands")
  @APIResponse(responseCode = "200", description = "The idempotency key's first message, again")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not this key, or the mailbox does not send")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  @APIResponse(responseCode = "409", description = "The idempotency key names another request")
  @APIResponse(responseCode = "422", description = "Blocked: a recipient's domain is too risky")
  @APIResponse(responseCode = "413", description = "The text or an attachment is too large")
  public Response send(@PathParam("id") String id, SendBody body) {
    return sending.send(lookup.mailbox(id), body);
  }
}
