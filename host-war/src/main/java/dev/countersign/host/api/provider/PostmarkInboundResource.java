package dev.countersign.host.api.provider;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.inbound.MimeSize;
import dev.countersign.host.inbound.Way;
import dev.countersign.host.intake.Destinations;
import dev.countersign.host.intake.Intake;
import dev.countersign.host.intake.Reception;
import dev.countersign.host.intake.Transit;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where Postmark hands in mail that it received. */
@Path("/v1/webhooks/postmark-inbound")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PostmarkInboundResource {
  @Inject ProviderDoor door;
  @Inject Destinations destinations;
  @Inject Intake intake;
  @Inject Limits limits;

  @POST
  @Public
  @Recorded(Action.RECEIVE)
  @Operation(
      operationId = "receiveFromPostmark",
      summary = "Hand in a message as Postmark's inbound webhook does",
      description = "HTTP Basic with the configured password; without one there is no such door.")
  @APIResponse(responseCode = "200", description = "Stored, or here already")
  @APIResponse(responseCode = "400", description = "No usable recipient")
  @APIResponse(responseCode = "401", description = "Not the configured password")
  @APIResponse(responseCode = "404", description = "Nobody here has this address, or no provider")
  @APIResponse(responseCode = "413", description = "The message is over its limit")
  @APIResponse(responseCode = "503", description = "Not now; the provider tries again")
  public ProviderAnswer receive(
      @HeaderParam("Authorization") @Nullable String authorization, PostmarkMail mail) {
    door.admit(authorization);
    String recipient = Fields.required("OriginalRecipient", mail.originalRecipient());
    byte[] message = sized(message(mail));
    var destination =
        destinations.of(recipient).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    var transit = new Transit(Way.PROVIDER, Optional.empty(), false, Optional.empty(), "");
    return answer(intake.take(destination, message, transit));
  }

  private static byte[] message(PostmarkMail mail) {
    String raw = mail.rawEmail();
    return raw == null || raw.isBlank()
        ? PutTogether.of(mail)
        : raw.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] sized(byte[] message) {
    if (message.length > limits.value(Limit.INBOUND_MESSAGE_BYTES)
        || MimeSize.isHeaderOver(message, limits.value(Limit.INBOUND_HEADER_BYTES))) {
      throw Problem.of(ErrorCode.BODY_TOO_LARGE, "The message is over the limit of this server.");
    }
    return message;
  }

  private static ProviderAnswer answer(Reception reception) {
    if (reception.later()) {
      throw Problem.of(ErrorCode.UNAVAILABLE, "The message cannot be taken now; send it again.");
    }
    if (!reception.taken()) {
      throw RefusalAnswers.of(Refusal.NOT_FOUND);
    }
    return new ProviderAnswer("received");
  }
}
