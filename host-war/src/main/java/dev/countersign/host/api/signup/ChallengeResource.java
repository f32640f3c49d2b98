package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.http.OptionalBody;
import dev.countersign.host.signup.Challenge;
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
import org.jspecify.annotations.Nullable;

/** Puzzles that cost whoever asks for an account some computing. */
@Path("/v1/account/challenge")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.APPLICATION_JSON)
public class ChallengeResource {
  @Inject SigningUp signing;

  /**
   * Nothing in it is looked at.
   *
   * @param oversightEmail for whom the account is to be
   */
  public record ChallengeBody(@Nullable String oversightEmail) {}

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.ASK_FOR_CHALLENGE)
  @Operation(
      operationId = "createChallenge",
      summary = "Get a puzzle (ALTCHA), to be solved before asking for an account")
  @APIResponse(responseCode = "200", description = "The puzzle, good for five minutes, once")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "429", description = "Too many calls; Retry-After says how long")
  public Challenge challenge(@OptionalBody @Nullable ChallengeBody body) {
    return signing.challenge();
  }
}
