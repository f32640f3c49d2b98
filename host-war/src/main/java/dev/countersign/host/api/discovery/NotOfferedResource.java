package dev.countersign.host.api.discovery;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Calls that clients know from hosted services, answered with what to do instead. */
@Path("/v1")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotOfferedResource {
  @POST
  @Path("billing/{what}")
  @Public
  @Recorded(Action.ASK_FOR_WHAT_IS_NOT_OFFERED)
  @Operation(hidden = true)
  public Response billing(@PathParam("what") String what) {
    throw notOffered(
        "Nothing is for sale on a self-hosted server, so there is no plan to change or cancel.");
  }

  @POST
  @Path("admin/recover-key")
  @Public
  @Recorded(Action.ASK_FOR_WHAT_IS_NOT_OFFERED)
  @Operation(hidden = true)
  public Response recoverKey() {
    throw notOffered(
        "A lost key is not recovered but replaced: an operator makes another one (POST"
            + " /v1/api-keys) and revokes the lost one.");
  }

  @GET
  @Path("operator/{what}")
  @Public
  @Recorded(Action.ASK_FOR_WHAT_IS_NOT_OFFERED)
  @Operation(hidden = true)
  public Response session(@PathParam("what") String what) {
    throw noSessions();
  }

  @POST
  @Path("operator/{what}")
  @Public
  @Recorded(Action.ASK_FOR_WHAT_IS_NOT_OFFERED)
  @Operation(hidden = true)
  public Response changedSession(@PathParam("what") String what) {
    throw noSessions();
  }

  private static Problem noSessions() {
    return notOffered("There are no sessions: an operator shows an admin key in every call.");
  }

  static Problem notOffered(String sentence) {
    return Problem.of(ErrorCode.NOT_OFFERED, sentence);
  }
}
