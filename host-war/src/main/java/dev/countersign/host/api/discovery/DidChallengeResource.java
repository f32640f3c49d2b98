package dev.countersign.host.api.discovery;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same for a call whose address lies among the account's. */
@Path("/v1/account/did-challenge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DidChallengeResource {
  @POST
  @Public
  @Recorded(Action.ASK_FOR_WHAT_IS_NOT_OFFERED)
  @Operation(hidden = true)
  public Response decentralizedIdentifier() {
    throw NotOfferedResource.notOffered(
        "Decentralized identifiers are not bound to accounts here; identity is in the signed"
            + " headers, whose keys are at /.well-known/jwks.json.");
  }
}
