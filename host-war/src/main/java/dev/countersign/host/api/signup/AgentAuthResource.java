package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.http.PlainPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An agent registers itself, and a person who was mailed six digits lets it. */
@Path("/agent/auth")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.APPLICATION_JSON)
public class AgentAuthResource {
  private static final int TOKEN_CHARACTERS = 512;

  @Inject Claiming claiming;

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SIGN_UP)
  @Operation(
      operationId = "registerAgent",
      summary = "Ask for a key in the name of a person",
      description =
          "Six digits are mailed to the person. Nothing in the answer leads to them: they come from"
              + " the person alone.")
  @APIResponse(responseCode = "200", description = "The token for the claim; the digits are mailed")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Too many calls; Retry-After says how long")
  @APIResponse(responseCode = "503", description = "No mail could be sent, so there is no claim")
  public AgentAuthJson.Registration register(AgentAuthJson.Body body) {
    return claiming.register(body);
  }

  @GET
  @Path("claim/view")
  @Public
  @Recorded(Action.SIGN_UP)
  @Produces(MediaType.TEXT_HTML)
  @Operation(operationId = "agentClaimPage", summary = "Shows the person their six digits")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "Not a link of this server, or not any more")
  @APIResponse(responseCode = "429", description = "Too many calls from this address")
  public Response view(@QueryParam("token") @Nullable String token) {
    return claiming
        .digits(Fields.line("token", token, TOKEN_CHARACTERS).orElse(""))
        .map(
            digits ->
                new PlainPage("Your code")
                    .value("Give it to the agent only if you know it:", digits)
                    .answer(200))
        .orElseGet(
            () ->
                new PlainPage("This link is not good any more")
                    .sentence("It was never one of this server's, or its time is over.")
                    .answer(404));
  }

  @POST
  @Path("claim/complete")
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.CONFIRM_SIGN_UP)
  @Operation(
      operationId = "completeAgentClaim",
      summary = "Bring the token and the person's digits, and get the key")
  @APIResponse(responseCode = "200", description = "The key; credential is shown this once")
  @APIResponse(responseCode = "400", description = "Wrong digits, or a token that is not good")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "409", description = "The key was taken already")
  @APIResponse(responseCode = "429", description = "Too many tries; ask for a new claim")
  public AgentAuthJson.Claimed complete(AgentAuthJson.ClaimBody body) {
    var token = Fields.required("claim_token", body.claimToken());
    var digits = Fields.required("otp", body.otp());
    return claiming.complete(token, digits);
  }
}
