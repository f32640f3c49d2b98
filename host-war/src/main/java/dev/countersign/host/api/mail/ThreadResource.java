package dev.countersign.host.api.mail;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.Lookup;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.ThreadJson;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ids.ThreadId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.messages.AttachmentFacts;
import dev.countersign.host.messages.MailPage;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.Threads;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A conversation in a mailbox. */
@Path("/v1/mailboxes/{id}/threads/{thread}")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class ThreadResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject LookDesk desk;
  @Inject Threads threads;
  @Inject Messages messages;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_THREAD)
  @Operation(
      summary = "Show a conversation, oldest message first",
      description = "Without the messages' texts. What is held back is not in it.")
  @APIResponse(responseCode = "200", description = "The conversation")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such conversation in this mailbox")
  public ThreadJson show(@PathParam("id") String id, @PathParam("thread") String thread) {
    var box = lookup.mailbox(id);
    call.about(thread);
    var wanted = ThreadId.parse(thread).orElseThrow(Lookup::notFound);
    int most = limits.count(Limit.THREAD_MESSAGES_COUNT);
    return Decided.allowed(
            desk.inbox(
                call.speaker(),
                Action.LOOK_AT_THREAD,
                Lookup.id(box),
                (row, shown) ->
                    new MailPage(threads.messages(row, wanted, most), Optional.empty())
                        .showing(shown),
                page -> shown(page.rows())))
        .orElseThrow(Lookup::notFound);
  }

  private Optional<ThreadJson> shown(List<MessageRow> visible) {
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    var attached =
        messages.attachmentFacts(visible.stream().map(MessageRow::id).toList()).stream()
            .map(AttachmentFacts::messageId)
            .collect(Collectors.toUnmodifiableSet());
    return Optional.of(ThreadJson.of(visible, attached));
  }
}
