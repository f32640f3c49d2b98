package dev.countersign.host.api.mail;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.Lookup;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.AttachmentUrlJson;
import dev.countersign.host.attachments.AttachmentLink;
import dev.countersign.host.attachments.AttachmentLinks;
import dev.countersign.host.desk.AttachmentDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a message. */
@Path("/v1/mailboxes/{id}/emails/{email}/attachments/{filename}")
@RequestScoped
@Tag(name = "Mail")
public class AttachmentsResource {
  private static final long MS_PER_SECOND = 1000;

  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject AttachmentDesk desk;
  @Inject AttachmentLinks links;
  @Inject Limits limits;
  @Inject InstantSource time;

  @Inject
  @ConfigProperty(name = "countersign.public.url")
  Optional<String> publicUrl;

  @GET
  @Produces(MediaType.WILDCARD)
  @Recorded(Action.DOWNLOAD_ATTACHMENT)
  @Operation(summary = "Download an attachment", description = "Its bytes, to be saved, not shown.")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(
      responseCode = "404",
      description = "No such message in this mailbox, or no such file")
  public Response download(
      @PathParam("id") String id,
      @PathParam("email") String email,
      @PathParam("filename") String filename) {
    return FileAnswer.of(
        Decided.allowed(desk.download(call.speaker(), lookup.email(id, email), filename)));
  }

  @GET
  @Path("url")
  @Produces(MediaType.APPLICATION_JSON)
  @Recorded(Action.LINK_ATTACHMENT)
  @Operation(
      summary = "Make a link to an attachment",
      description =
          "Whoever has the link needs no key. It is good for expires_in seconds, and for no more"
              + " than the key that made it: it ends when the key does.")
  @APIResponse(responseCode = "200", description = "The link")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(
      responseCode = "404",
      description = "No such message in this mailbox, or no such file")
  public AttachmentUrlJson link(
      @PathParam("id") String id,
      @PathParam("email") String email,
      @PathParam("filename") String filename,
      @Context UriInfo uri) {
    var message = lookup.email(id, email);
    var speaker = call.speaker();
    var file = Decided.allowed(desk.place(speaker, message, filename));
    long good = limits.value(Limit.ATTACHMENT_LINK_MS);
    var link =
        new AttachmentLink(
            speaker.tenantId(),
            Objects.requireNonNull(speaker.actor().keyId()),
            message.toString(),
            file.position(),
            time.millis() + good);
    return new AttachmentUrlJson(
        base(uri) + "/v1/attachments/" + links.token(link),
        file.name(),
        file.size(),
        file.contentType(),
        good / MS_PER_SECOND);
  }

  private String base(UriInfo uri) {
    return publicUrl.orElseGet(() -> uri.getBaseUri().toString()).replaceFirst("/+$", "");
  }
}
