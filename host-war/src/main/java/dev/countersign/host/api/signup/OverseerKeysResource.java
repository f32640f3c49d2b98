package dev.countersign.host.api.signup;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.desk.HandoverDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.host.platform.RequestTrace;
import dev.countersign.host.platform.StrangerRates;
import dev.countersign.host.platform.http.ClientAddress;
import dev.countersign.host.platform.http.PlainPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page on which a new account's person takes their two keys, once. */
@Path("/v1/overseer-keys/{token}")
@RequestScoped
@Tag(name = "Sign-up")
@Produces(MediaType.TEXT_HTML)
public class OverseerKeysResource {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject HandoverDesk desk;
  @Inject StrangerRates rates;
  @Inject ClientAddress client;
  @Inject PublicAddress server;

  /** Makes nothing: programs that check mail follow the links in it. */
  @GET
  @Public
  @Recorded(Action.HAND_OVER_KEYS)
  @Operation(operationId = "overseerKeysPage", summary = "The page with the button to take keys")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "The link was used, is too old, or never was")
  @APIResponse(responseCode = "429", description = "Too many calls from this address")
  public Response page(@PathParam("token") String token) {
    admit();
    return desk.known(token)
        ? new PlainPage("Your keys")
            .sentence("They are shown once. Have a place ready where only you can read them.")
            .button("Show my keys")
            .answer(200)
        : gone();
  }

  @POST
  @Public
  @Recorded(Action.HAND_OVER_KEYS)
  @Operation(operationId = "takeOverseerKeys", summary = "Make the person's keys, and show them")
  @APIResponse(responseCode = "200", description = "The page with both keys")
  @APIResponse(responseCode = "404", description = "The link was used, is too old, or never was")
  @APIResponse(responseCode = "429", description = "Too many calls from this address")
  public Response take(@PathParam("token") String token) {
    admit();
    return desk.take(token, RequestTrace.currentId())
        .map(
            handed ->
                new PlainPage("Your keys")
                    .sentence("Keep both, and give neither to an agent. This page comes once.")
                    .value(
                        "To decide about mail, at " + server.of("/approvals"),
                        handed.oversightKey())
                    .value("To operate the account: keys, mailboxes, stops", handed.operatorKey())
                    .answer(200))
        .orElseGet(OverseerKeysResource::gone);
  }

  private void admit() {
    rates.admit(Limit.SIGNUP_CALLS_PER_MINUTE_COUNT, client.text(), MINUTE);
  }

  private static Response gone() {
    return new PlainPage("This link is not good any more")
        .sentence("It was used, or it is too old. Have another one sent.")
        .answer(404);
  }
}
