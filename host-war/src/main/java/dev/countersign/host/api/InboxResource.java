package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.EmailList;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.InboxEmail;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.messages.MailLists;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A mailbox's messages by its address, each with its headers. */
@Path("/v1/inbox")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk desk;
  @Inject MailLists mail;
  @Inject EmailViews views;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_INBOX)
  @Operation(
      summary = "List a mailbox's messages with their headers, newest first",
      description = "mailbox is its address or id; limit, cursor and the filters of the list.")
  @APIResponse(responseCode = "200", description = "A page; cursor asks for the next one")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public EmailList<InboxEmail> inbox(
      @QueryParam("mailbox") @Nullable String mailbox, @Context UriInfo uri) {
    var box = lookup.named(Fields.required("mailbox", mailbox));
    var query = ListQuery.of(uri.getQueryParameters(), limits);
    return Decided.allowed(
        desk.inbox(
            call.speaker(),
            Lookup.id(box),
            (row, shown) -> mail.of(row, query, shown),
            views::inbox));
  }
}
