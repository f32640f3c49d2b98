package dev.countersign.host.api;

import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.EmailDetail;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages by their id alone. */
@Path("/v1/emails")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class EmailsResource {
  @Inject Lookup lookup;
  @Inject Reading reading;

  @GET
  @Path("{email}")
  @Recorded(Action.READ)
  @Operation(summary = "Read a message; an unread one becomes read")
  @APIResponse(responseCode = "200", description = "The whole message")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such message")
  public EmailDetail read(@PathParam("email") String email) {
    return reading.read(lookup.email(email));
  }
}
