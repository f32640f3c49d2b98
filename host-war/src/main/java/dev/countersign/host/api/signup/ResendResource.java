package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
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

/** Codes and links once more. */
@Path("/v1/account/resend-confirmation")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.APPLICATION_JSON)
public class ResendResource {
  @Inject SigningUp signing;

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SIGN_UP)
  @Operation(
      operationId = "resendConfirmation",
      summary = "Have the code, or the link to the person's keys, mailed again",
      description = "The answer is the same whether there is anything to mail or not.")
  @APIResponse(responseCode = "200", description = "Mailed, if there was anything to mail")
  @APIResponse(responseCode = "400", description = "oversight_email cannot be used")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Once in five minutes for one address")
  public SignupAnswers.Status resend(SignupAnswers.ResendBody body) {
    return signing.resend(SignupBody.email("oversight_email", body.oversightEmail()));
  }
}
