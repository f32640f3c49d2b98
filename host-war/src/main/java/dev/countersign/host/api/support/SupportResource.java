package dev.countersign.host.api.support;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.signup.SigningUp;
import dev.countersign.host.desk.FeedbackDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mail.CodeMail;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RandomToken;
import dev.countersign.host.signup.SignupSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Words to whoever runs the server: they go by mail to the first tenant's overseer. */
@Path("/v1")
@RequestScoped
@Tag(name = "Support")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupportResource {
  private static final SupportJson.Status RECEIVED = new SupportJson.Status("received");

  @Inject CurrentCall call;
  @Inject FeedbackDesk desk;
  @Inject SigningUp puzzles;
  @Inject SignupSettings settings;
  @Inject CodeMail mail;
  @Inject InstantSource time;

  @POST
  @Path("support")
  @Public
  @Recorded(Action.GIVE_FEEDBACK)
  @Operation(
      operationId = "askForSupport",
      summary = "Write to whoever runs the server, without a key",
      description = "With the solution of a puzzle from POST /v1/account/challenge.")
  @APIResponse(responseCode = "200", description = "It was mailed")
  @APIResponse(responseCode = "400", description = "A field, or the puzzle's solution, is wrong")
  @APIResponse(responseCode = "403", description = "The server hands out no puzzles")
  @APIResponse(responseCode = "429", description = "Too many calls; Retry-After says how long")
  @APIResponse(responseCode = "503", description = "No mail could be sent; nothing was done")
  public SupportJson.Status support(SupportJson.SupportBody body) {
    var words = body.words();
    var solution = Fields.present("pow_solution", body.powSolution());
    puzzles.enter();
    puzzles.solved(solution);
    send(words);
    return RECEIVED;
  }

  @POST
  @Path("feedback")
  @Recorded(Action.GIVE_FEEDBACK)
  @Operation(operationId = "giveFeedback", summary = "Tell whoever runs the server what is wrong")
  @APIResponse(responseCode = "200", description = "It was mailed")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key holds neither send nor admin")
  @APIResponse(responseCode = "503", description = "No mail could be sent")
  public SupportJson.Status feedback(SupportJson.FeedbackBody body) {
    var words = body.words(call.speaker().actor().id() + " of " + call.speaker().tenantId());
    Decided.allowed(desk.give(call.speaker(), words.subject()));
    send(words);
    return RECEIVED;
  }

  private void send(SupportJson.Words words) {
    var unique = "support." + RandomToken.mint().text().replaceAll("[^A-Za-z0-9]", "");
    var text = "From: " + words.who() + "\n\n" + words.message() + "\n";
    var to = desk.operatorAddress();
    boolean sent =
        to.isPresent()
            && mail.send(
                to.get(),
                Optional.of(settings.domain()),
                unique,
                "Countersign: " + words.subject(),
                text,
                time.instant());
    if (!sent) {
      throw Problem.of(
          ErrorCode.UNAVAILABLE, "The mail could not be handed over; try again later.");
    }
  }
}
