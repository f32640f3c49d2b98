package dev.countersign.host.api.mail;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.attachments.AttachmentLink;
import dev.countersign.host.attachments.AttachmentLinks;
import dev.countersign.host.desk.AttachmentDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.KeyRates;
import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An attachment for whoever has a link to it. */
@Path("/v1/attachments/{token}")
@RequestScoped
@Tag(name = "Mail")
public class LinkedAttachmentResource {
  @Inject CurrentCall call;
  @Inject AttachmentDesk desk;
  @Inject AttachmentLinks links;
  @Inject KeyRates rates;
  @Inject InstantSource time;

  @GET
  @Public
  @Produces(MediaType.WILDCARD)
  @Recorded(Action.DOWNLOAD_ATTACHMENT)
  @Operation(summary = "Download an attachment by a link", description = "Without a key.")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(
      responseCode = "403",
      description = "The key that made the link is not good any more")
  @APIResponse(responseCode = "404", description = "No such link, or the message is held back")
  @APIResponse(responseCode = "410", description = "The link is too old")
  @APIResponse(responseCode = "429", description = "The key that made the link is too busy")
  public Response download(@PathParam("token") String token) {
    var link = links.read(token).orElseThrow(LinkedAttachmentResource::unknown);
    checkTime(link);
    rates.admit(link.key());
    return FileAnswer.of(Decided.allowed(desk.linked(link, call.requestId())));
  }

  private void checkTime(AttachmentLink link) {
    if (link.over(time.millis())) {
      throw Problem.of(
          ErrorCode.LINK_EXPIRED, "This link is too old; ask for a new one where it came from.");
    }
  }

  private static Problem unknown() {
    return Problem.of(
        ErrorCode.INVALID_LINK, "This is no link of this server, or a part of it is missing.");
  }
}
