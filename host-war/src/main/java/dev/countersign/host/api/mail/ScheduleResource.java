package dev.countersign.host.api.mail;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.Lookup;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.RefusedDraft;
import dev.countersign.host.api.json.ScheduleBody;
import dev.countersign.host.api.json.SentAnswer;
import dev.countersign.host.desk.EditDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Decision;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Another time, or other content, for a message that waits for its time. */
@Path("/v1/mailboxes/{id}/emails/{email}/schedule")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScheduleResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject EditDesk desk;
  @Inject Limits limits;

  @PATCH
  @Recorded(Action.RESCHEDULE)
  @Operation(
      summary = "Change a scheduled message",
      description =
          "send_at ends in Z. Other recipients or another text are other content: scanned again,"
              + " and refused once a person has approved what there was.")
  @APIResponse(responseCode = "200", description = "Changed; status says where it stands now")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not the message's sender")
  @APIResponse(responseCode = "404", description = "No such message in this mailbox")
  @APIResponse(responseCode = "409", description = "It is not scheduled, or approved as it is")
  @APIResponse(responseCode = "413", description = "The text is too large")
  public SentAnswer change(
      @PathParam("id") String id, @PathParam("email") String email, ScheduleBody body) {
    var message = lookup.email(id, email);
    body.check();
    try {
      Decision<MessageRow> changed =
          desk.edit(call.speaker(), message, draft -> body.on(draft, limits), body.time());
      return SentAnswer.accepted(Decided.allowed(changed), List.of());
    } catch (InvalidMailException e) {
      // With what the mailbox adds to it, it cannot be mail.
      throw RefusedDraft.of(e);
    }
  }
}
