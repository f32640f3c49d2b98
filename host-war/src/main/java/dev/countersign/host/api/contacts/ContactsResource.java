package dev.countersign.host.api.contacts;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.contacts.Contacts;
import dev.countersign.host.desk.ContactDesk;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ids.ContactId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The address book. */
@Path("/v1/contacts")
@RequestScoped
@Tag(name = "Contacts")
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {
  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject ContactDesk desk;
  @Inject Contacts contacts;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_CONTACTS)
  @Operation(
      operationId = "searchContacts",
      summary = "Search the address book",
      description = "q is part of a name, an address or a tag; without it, everybody.")
  @APIResponse(
      responseCode = "200",
      description = "A page of contacts, newest first",
      content = @Content(schema = @Schema(implementation = ContactJson.Listed.class)))
  @APIResponse(responseCode = "400", description = "q, limit or cursor cannot be used")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  public ContactJson.Listed search(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var speaker = call.speaker();
    int page = limits.page(limit);
    var part = Fields.line("q", q, limits.value(Limit.NAME_CHARACTERS)).orElse("");
    var before = Fields.word("cursor", cursor, ContactId::parse);
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_CONTACTS,
            Sight.MAILBOXES,
            () ->
                ContactJson.Listed.of(
                    contacts.page(speaker.tenantId(), part, before, page), page)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.ADD_CONTACT)
  @Operation(operationId = "addContact", summary = "Put somebody into the address book")
  @APIResponse(
      responseCode = "201",
      description = "The contact",
      content = @Content(schema = @Schema(implementation = ContactJson.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "The key holds neither send nor admin")
  @APIResponse(responseCode = "409", description = "The book has this address already")
  public Response add(ContactJson.Body body) {
    var name = body.name(limits);
    var address = body.address();
    var tags = body.tags(limits);
    var row = Decided.allowed(desk.add(call.speaker(), name, address, tags));
    return Response.status(Response.Status.CREATED).entity(ContactJson.of(row)).build();
  }

  @DELETE
  @Path("{contact}")
  @Recorded(Action.DELETE_CONTACT)
  @Operation(operationId = "deleteContact", summary = "Take somebody out of the address book")
  @APIResponse(
      responseCode = "200",
      description = "It is gone",
      content = @Content(schema = @Schema(implementation = ContactJson.Deleted.class)))
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such contact")
  public ContactJson.Deleted delete(@PathParam("contact") String contact) {
    call.about(contact);
    var id = ContactId.parse(contact).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    return new ContactJson.Deleted(Decided.allowed(desk.delete(call.speaker(), id)).id(), true);
  }
}
