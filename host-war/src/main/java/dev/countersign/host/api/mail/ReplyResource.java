package dev.countersign.host.api.mail;

import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.ReplyBody;
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

/** Answering a message. */
@Path("/v1/mailboxes/{id}/reply/{email}")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReplyResource {
  @Inject Replying replying;

  @POST
  @Recorded(Action.SUBMIT)
  @Operation(
      summary = "Answer a message",
      description =
          "Goes to its Reply-To or author; of one's own message, to those it went to. Subject,"
              + " thread and quoted history follow from it. 202 means queued, as for sending.")
  @APIResponseSchema(SentAnswer.class)
  @APIResponse(responseCode = "202", description = "Taken in; status says where it stands")
  @APIResponse(responseCode = "200", description = "The idempotency key's first answer, again")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not this key, or the mailbox does not send")
  @APIResponse(responseCode = "404", description = "No such message in this mailbox for this key")
  @APIResponse(
      responseCode = "409",
      description = "The same answer a moment ago (id), the key's another request, or erased")
  @APIResponse(responseCode = "413", description = "The text or an attachment is too large")
  @APIResponse(responseCode = "422", description = "Blocked: a recipient's domain is too risky")
  public Response reply(
      @PathParam("id") String id, @PathParam("email") String email, ReplyBody body) {
    return replying.reply(id, email, body);
  }
}
