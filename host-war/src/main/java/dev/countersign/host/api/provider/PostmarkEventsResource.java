package dev.countersign.host.api.provider;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.inbound.reports.MailReport;
import dev.countersign.host.intake.Intake;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where Postmark says what became of mail that went out by it. */
@Path("/v1/webhooks/postmark")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PostmarkEventsResource {
  @Inject ProviderDoor door;
  @Inject Intake intake;

  @POST
  @Public
  @Recorded(Action.REPORT)
  @Operation(
      operationId = "reportFromPostmark",
      summary = "Report a bounce, a delivery or a complaint as Postmark's webhooks do",
      description = "HTTP Basic with the configured password; without one there is no such door.")
  @APIResponse(responseCode = "200", description = "On record, or nothing that is of interest here")
  @APIResponse(responseCode = "401", description = "Not the configured password")
  @APIResponse(responseCode = "404", description = "No provider is set up")
  @APIResponse(responseCode = "503", description = "Not now; the provider tries again")
  public ProviderAnswer report(
      @HeaderParam("Authorization") @Nullable String authorization, PostmarkEvent event) {
    door.admit(authorization);
    Optional<EmailId> message = event.message().flatMap(EmailId::parse);
    Optional<MailReport> report = event.report();
    if (message.isEmpty() || report.isEmpty()) {
      return new ProviderAnswer("ignored");
    }
    if (!intake.report(message.get(), report.get())) {
      throw Problem.of(ErrorCode.UNAVAILABLE, "The report cannot be taken now; send it again.");
    }
    return new ProviderAnswer("recorded");
  }
}
