package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.ledger.Action;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a code founds an account. */
@Path("/v1/confirm")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmResource {
  private static final URI PAGE = URI.create("/confirm");

  @Inject SigningUp signing;

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.CONFIRM_SIGN_UP)
  @Operation(
      operationId = "confirmAccount",
      summary = "Bring the code that the person was mailed, and get the agent's key",
      description =
          "The key reads and sends. The keys to decide and to operate go to the person, by a link"
              + " in another mail.")
  @APIResponse(responseCode = "200", description = "The account; api_key is shown this once")
  @APIResponse(responseCode = "400", description = "The code is wrong, used or too old")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Five tries an hour")
  public SignupAnswers.Confirmed confirm(SignupAnswers.ConfirmBody body) {
    return signing.confirm(Fields.required("code", body.code()));
  }

  @GET
  @Public
  @Operation(hidden = true)
  public Response page() {
    return Response.seeOther(PAGE).build();
  }

  /** The code is not used: a program that looks into mail must not found an account. */
  @GET
  @Path("{code}")
  @Public
  @Operation(hidden = true)
  public Response page(@PathParam("code") String code) {
    return Response.seeOther(PAGE).build();
  }
}
