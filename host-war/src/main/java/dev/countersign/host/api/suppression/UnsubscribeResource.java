package dev.countersign.host.api.suppression;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.desk.UnsubscribeDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.platform.RequestTrace;
import dev.countersign.host.platform.StrangerRates;
import dev.countersign.host.platform.http.ClientAddress;
import dev.countersign.host.platform.http.PlainPage;
import dev.countersign.kernel.Refusal;
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

/** Where the link in a message's header leads (RFC 8058). */
@Path("/v1/unsubscribe/{token}")
@RequestScoped
@Tag(name = "Suppression")
public class UnsubscribeResource {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  @Inject UnsubscribeDesk desk;
  @Inject StrangerRates rates;
  @Inject ClientAddress client;

  /** What became of it. */
  public record Unsubscribed(String status) {}

  /** Changes nothing: programs that check mail follow the links in it. */
  @GET
  @Public
  @Recorded(Action.OPEN_UNSUBSCRIBE_PAGE)
  @Produces(MediaType.TEXT_HTML)
  @Operation(operationId = "unsubscribePage", summary = "The page with the button to unsubscribe")
  @APIResponse(responseCode = "200", description = "The page")
  @APIResponse(responseCode = "404", description = "Not a link of this server, or not any more")
  @APIResponse(responseCode = "429", description = "Too many calls from this address")
  public Response page(@PathParam("token") String token) {
    rates.admit(Limit.UNSUBSCRIBES_PER_MINUTE_COUNT, client.text(), WINDOW);
    if (!desk.known(token)) {
      return gone();
    }
    return new PlainPage("Unsubscribe")
        .sentence("You will get no more mail from this sender's organisation on this server.")
        .button("Unsubscribe")
        .answer(200);
  }

  /** For the page's button. */
  @POST
  @Public
  @Recorded(Action.UNSUBSCRIBE)
  @Produces("text/html;qs=0.5")
  @Operation(hidden = true)
  public Response unsubscribeByPage(@PathParam("token") String token) {
    return done(token)
        ? new PlainPage("You are unsubscribed")
            .sentence("No more mail will be sent to you from there. You can close this page.")
            .answer(200)
        : gone();
  }

  /** For mail programs: one click, no questions. */
  @POST
  @Public
  @Recorded(Action.UNSUBSCRIBE)
  @Produces("application/json;qs=1")
  @Operation(
      operationId = "unsubscribe",
      summary = "Unsubscribe with one click (RFC 8058)",
      description = "The body, List-Unsubscribe=One-Click, is not looked at.")
  @APIResponse(responseCode = "200", description = "Unsubscribed, now or before")
  @APIResponse(responseCode = "404", description = "Not a link of this server, or not any more")
  @APIResponse(responseCode = "429", description = "Too many calls from this address")
  public Unsubscribed unsubscribe(@PathParam("token") String token) {
    if (!done(token)) {
      throw RefusalAnswers.of(Refusal.NOT_FOUND);
    }
    return new Unsubscribed("unsubscribed");
  }

  private boolean done(String token) {
    rates.admit(Limit.UNSUBSCRIBES_PER_MINUTE_COUNT, client.text(), WINDOW);
    return desk.unsubscribe(token, RequestTrace.currentId());
  }

  private static Response gone() {
    return new PlainPage("This link is not good any more")
        .sentence("It was never one of this server's, or the message it came with was erased.")
        .answer(404);
  }
}
