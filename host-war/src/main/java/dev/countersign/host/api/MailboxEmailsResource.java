package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.CancelBody;
import dev.countersign.host.api.json.CancelledAnswer;
import dev.countersign.host.api.json.EmailDetail;
import dev.countersign.host.api.json.EmailList;
import dev.countersign.host.api.json.EmailSummary;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.messages.MailLists;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.http.OptionalBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The messages of one mailbox. */
@Path("/v1/mailboxes/{id}/emails")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class MailboxEmailsResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk desk;
  @Inject MailLists mail;
  @Inject EmailViews views;
  @Inject Reading reading;
  @Inject Deciding deciding;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_INBOX)
  @Operation(
      summary = "List a mailbox's messages, newest first",
      description =
          "Filters: status, direction, sender, subject_contains, date_after, date_before,"
              + " has_attachments, since_id; limit and cursor for pages.")
  @APIResponse(responseCode = "200", description = "A page; cursor asks for the next one")
  @APIResponse(responseCode = "400", description = "A filter cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public EmailList<EmailSummary> list(@PathParam("id") String id, @Context UriInfo uri) {
    var box = lookup.mailbox(id);
    var query = ListQuery.of(uri.getQueryParameters(), limits);
    return Decided.allowed(
        desk.inbox(
            call.speaker(),
            Lookup.id(box),
            (row, shown) -> mail.of(row, query, shown),
            views::list));
  }

  @GET
  @Path("{email}")
  @Recorded(Action.READ)
  @Operation(summary = "Read a message; an unread one becomes read")
  @APIResponse(responseCode = "200", description = "The whole message")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such message in this mailbox")
  public EmailDetail read(@PathParam("id") String id, @PathParam("email") String email) {
    return reading.read(lookup.email(id, email));
  }

  @POST
  @Path("{email}/cancel")
  @Recorded(Action.CANCEL)
  @Operation(
      summary = "Cancel a message that has not left",
      description = "The body, with a reason, is optional.")
  @APIResponse(responseCode = "200", description = "Cancelled, now or before")
  @APIResponse(responseCode = "403", description = "Neither its sender nor an overseer")
  @APIResponse(responseCode = "404", description = "No such message in this mailbox")
  @APIResponse(responseCode = "409", description = "Too late: it was sent or decided")
  public CancelledAnswer cancel(
      @PathParam("id") String id,
      @PathParam("email") String email,
      @OptionalBody @Nullable CancelBody body) {
    var reason = (body == null ? CancelBody.NONE : body).note(limits);
    return deciding.cancel(lookup.email(id, email), reason);
  }
}
