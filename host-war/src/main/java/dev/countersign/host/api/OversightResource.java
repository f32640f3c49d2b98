package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DecideBody;
import dev.countersign.host.api.json.DecidedAnswer;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.PendingList;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.MailLists;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The approver's queue. */
@Path("/v1/oversight")
@RequestScoped
@Tag(name = "Oversight")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OversightResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk desk;
  @Inject MailLists mail;
  @Inject PendingViews views;
  @Inject Deciding deciding;
  @Inject Limits limits;

  @GET
  @Path("pending")
  @Recorded(Action.LOOK_AT_PENDING)
  @Operation(
      summary = "List what waits for a person's decision, oldest first",
      description =
          "mailbox narrows it to one mailbox, by address or id; limit and cursor for pages; total"
              + " counts all of them. Needs oversight.")
  @APIResponse(responseCode = "200", description = "The queue, with the digest to approve")
  @APIResponse(responseCode = "403", description = "The key does not hold oversight")
  @APIResponse(responseCode = "404", description = "No such mailbox")
  public PendingList pending(
      @QueryParam("mailbox") @Nullable String mailbox,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var speaker = call.speaker();
    @Nullable MailboxRow box = Fields.optional(mailbox).map(lookup::named).orElse(null);
    int most = limits.page(limit);
    var from = ListQuery.cursor(cursor);
    return Decided.allowed(
        desk.pending(
            speaker,
            () -> mail.waiting(speaker.tenantId(), box, from, most),
            page -> views.list(page, mail.countWaiting(speaker.tenantId(), box))));
  }

  @POST
  @Path("decide")
  @Recorded(Action.DECIDE)
  @Operation(
      summary = "Approve or reject a message",
      description =
          "email_id, action (approve or reject), reason; digest, as listed, makes sure that what is"
              + " approved is what was shown.")
  @APIResponse(responseCode = "200", description = "approved_and_sent, approved or rejected")
  @APIResponse(responseCode = "403", description = "The key does not hold oversight")
  @APIResponse(responseCode = "404", description = "No such message")
  @APIResponse(responseCode = "409", description = "It does not wait for a decision, or changed")
  public DecidedAnswer decide(DecideBody body) {
    return deciding.decide(body);
  }
}
