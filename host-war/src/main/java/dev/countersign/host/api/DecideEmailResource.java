package dev.countersign.host.api;

import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DecideBody;
import dev.countersign.host.api.json.DecidedAnswer;
import dev.countersign.host.ledger.Action;
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

/** Deciding, by the seeds' names. */
@Path("/decide_email")
@RequestScoped
@Tag(name = "Oversight")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecideEmailResource {
  @Inject Deciding deciding;

  @POST
  @Recorded(Action.DECIDE)
  @Operation(
      summary = "Approve or reject a message",
      description = "message_id, decision (approve or reject), approver_note, digest.")
  @APIResponse(responseCode = "200", description = "approved_and_sent, approved or rejected")
  @APIResponse(responseCode = "403", description = "The key does not hold oversight")
  @APIResponse(responseCode = "404", description = "No such message")
  @APIResponse(responseCode = "409", description = "It does not wait for a decision, or changed")
  public DecidedAnswer decide(DecideBody body) {
    return deciding.decide(body);
  }
}
