package dev.countersign.host.api;

import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.CancelBody;
import dev.countersign.host.api.json.CancelledAnswer;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cancelling, by the seeds' names. */
@Path("/cancel_message")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CancelMessageResource {
  @Inject Deciding deciding;
  @Inject Lookup lookup;
  @Inject Limits limits;

  @POST
  @Recorded(Action.CANCEL)
  @Operation(
      summary = "Cancel a message that has not left",
      description = "message_id, reason. Its sender may, and whoever oversees it.")
  @APIResponse(responseCode = "200", description = "Cancelled, now or before")
  @APIResponse(responseCode = "403", description = "Neither its sender nor an overseer")
  @APIResponse(responseCode = "404", description = "No such message")
  @APIResponse(responseCode = "409", description = "Too late: it was sent or decided")
  public CancelledAnswer cancel(CancelBody body) {
    return deciding.cancel(lookup.email(body.requiredId()), body.note(limits));
  }
}
