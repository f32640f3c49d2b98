package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.ReceivedAnswer;
import dev.countersign.host.desk.InboundDesk;
import dev.countersign.host.inbound.MimeSize;
import dev.countersign.host.inbound.Provenance;
import dev.countersign.host.inbound.Received;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.kernel.SpamVerdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a mail server hands in what came for a mailbox. */
@Path("/v1/inbound")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class InboundResource {
  @Inject CurrentCall call;
  @Inject InboundDesk desk;
  @Inject Limits limits;

  @POST
  @Consumes("message/rfc822")
  @Recorded(Action.RECEIVE)
  @Operation(
      summary = "Hand in a message that came from outside",
      description =
          "The body is the message as it came (RFC 5322). recipient: the address of the envelope;"
              + " spam_verdict: clean, flagged or quarantined, as the filter in front says.")
  @APIResponseSchema(
      value = ReceivedAnswer.class,
      responseCode = "201",
      responseDescription = "Stored, with its status")
  @APIResponse(responseCode = "400", description = "No usable recipient or no message")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No mailbox of the tenant has this address")
  @APIResponse(responseCode = "409", description = "The mailbox has this very message already")
  @APIResponse(responseCode = "413", description = "The message is over its limit")
  @APIResponse(responseCode = "415", description = "The body is not message/rfc822")
  public Response receive(
      @QueryParam("recipient") @Nullable String recipient,
      @QueryParam("spam_verdict") @Nullable String verdict,
      byte @Nullable [] message) {
    call.about(recipient);
    var to = Fields.address("recipient", Fields.required("recipient", recipient));
    var judged =
        Fields.word("spam_verdict", verdict, SpamVerdict::ofWire).orElse(SpamVerdict.CLEAN);
    var received = new Received(to.bare(), sized(message), Provenance.handedIn(judged));
    var row = Decided.allowed(desk.receive(call.speaker(), received));
    return Response.status(Response.Status.CREATED).entity(ReceivedAnswer.of(row)).build();
  }

  private byte[] sized(byte @Nullable [] message) {
    if (message == null || message.length == 0) {
      throw Problem.of(ErrorCode.MISSING_BODY, "The message is missing; send it as the body.");
    }
    long most = limits.value(Limit.INBOUND_MESSAGE_BYTES);
    if (message.length > most) {
      throw Problem.of(
          ErrorCode.BODY_TOO_LARGE,
          String.format(Locale.ROOT, "A message from outside may have at most %d bytes.", most));
    }
    if (MimeSize.isHeaderOver(message, limits.value(Limit.INBOUND_HEADER_BYTES))) {
      throw Problem.of(
          ErrorCode.BODY_TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The header section may have at most %d bytes.",
              limits.value(Limit.INBOUND_HEADER_BYTES)));
    }
    return message;
  }
}
