package dev.countersign.host.api.mail;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.Lookup;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.DeletedAnswer;
import dev.countersign.host.api.json.TagsBody;
import dev.countersign.host.api.json.TagsJson;
import dev.countersign.host.desk.TagDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What agents keep beside a message, under keys of their own choice. */
@Path("/v1/mailboxes/{id}/emails/{email}/tags")
@RequestScoped
@Tag(name = "Mail")
@Produces(MediaType.APPLICATION_JSON)
public class TagsResource {
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject TagDesk desk;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_TAGS)
  @Operation(summary = "Show a message's tags")
  @APIResponse(responseCode = "200", description = "Value by key")
  @APIResponse(responseCode = "403", description = "The key does not hold read")
  @APIResponse(responseCode = "404", description = "No such message in this mailbox")
  public TagsJson show(@PathParam("id") String id, @PathParam("email") String email) {
    return new TagsJson(Decided.allowed(desk.show(call.speaker(), lookup.email(id, email))));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SET_TAGS)
  @Operation(
      summary = "Set tags of a message",
      description = "Tags of other keys stay as they are; delete takes one off.")
  @APIResponse(responseCode = "200", description = "All its tags after the call")
  @APIResponse(responseCode = "400", description = "Too many, too long, or not one line")
  @APIResponse(responseCode = "403", description = "The key does not hold send")
  @APIResponse(responseCode = "404", description = "No such message in this mailbox")
  public TagsJson set(@PathParam("id") String id, @PathParam("email") String email, TagsBody body) {
    var message = lookup.email(id, email);
    return new TagsJson(Decided.allowed(desk.merge(call.speaker(), message, body.wanted(limits))));
  }

  @DELETE
  @Path("{key}")
  @Recorded(Action.SET_TAGS)
  @Operation(summary = "Take a tag off a message")
  @APIResponse(responseCode = "200", description = "Taken off")
  @APIResponse(responseCode = "403", description = "The key does not hold send")
  @APIResponse(
      responseCode = "404",
      description = "No such message in this mailbox, or no such tag")
  public DeletedAnswer remove(
      @PathParam("id") String id, @PathParam("email") String email, @PathParam("key") String key) {
    Decided.allowed(desk.remove(call.speaker(), lookup.email(id, email), key));
    return DeletedAnswer.YES;
  }
}
