package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.EmailDetail;
import dev.countersign.host.api.json.EmailList;
import dev.countersign.host.api.json.EmailSummary;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.LabelledAnswer;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.messages.MailLists;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.MessageCall;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages by their id alone. */
@Path("/v1/emails")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class EmailsResource {
  @Inject Lookup lookup;
  @Inject Reading reading;
  @Inject Labelling labelling;
  @Inject CurrentCall call;
  @Inject LookDesk desk;
  @Inject MailLists mail;
  @Inject EmailViews views;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_SPAM)
  @Operation(
      summary = "List what counts as spam in all mailboxes, newest first",
      description = "status: spam_flagged or spam_quarantined; both where it is absent.")
  @Parameter(name = "status", in = ParameterIn.QUERY, description = "One of the two")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Messages in a page")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Where the last page ended")
  @APIResponse(responseCode = "200", description = "A page; cursor asks for the next one")
  @APIResponse(responseCode = "400", description = "A filter cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  public EmailList<EmailSummary> spam(@Context UriInfo uri) {
    var query = uri.getQueryParameters();
    var status = Fields.word("status", query.getFirst("status"), MailLists::spamStatus);
    var cursor = ListQuery.cursor(query.getFirst("cursor"));
    int limit = limits.page(query.getFirst("limit"));
    var speaker = call.speaker();
    return Decided.allowed(
        desk.spam(
            speaker, () -> mail.spam(speaker.tenantId(), status, cursor, limit), views::list));
  }

  @POST
  @Path("{email}/report-spam")
  @Recorded(Action.REPORT_SPAM)
  @Operation(summary = "Call a message spam")
  @APIResponse(responseCode = "200", description = "Quarantined")
  @APIResponse(responseCode = "403", description = "The key holds neither send nor oversight")
  @APIResponse(responseCode = "404", description = "No such message")
  @APIResponse(responseCode = "409", description = "It is not a message that can be called so")
  public LabelledAnswer reportSpam(@PathParam("email") String email) {
    return labelling.label(lookup.email(email), new MessageCall.ReportSpam(), "spam");
  }

  @POST
  @Path("{email}/not-spam")
  @Recorded(Action.NOT_SPAM)
  @Operation(summary = "Say that a message is no spam")
  @APIResponse(responseCode = "200", description = "Back among the unread ones")
  @APIResponse(responseCode = "403", description = "The key holds neither send nor oversight")
  @APIResponse(responseCode = "404", description = "No such message")
  @APIResponse(responseCode = "409", description = "It does not count as spam")
  public LabelledAnswer notSpam(@PathParam("email") String email) {
    return labelling.label(lookup.email(email), new MessageCall.NotSpam(), "not_spam");
  }

  @GET
  @Path("{email}")
  @Recorded(Action.READ)
  @Operation(summary = "Read a message; an unread one becomes read")
  @APIResponse(responseCode = "200", description = "The whole message")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such message")
  public EmailDetail read(@PathParam("email") String email) {
    return reading.read(lookup.email(email));
  }
}
