package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.AccountJson;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.TenantDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant that a key belongs to, and the stop on all of its mail. */
@Path("/v1/account")
@RequestScoped
@Tag(name = "Account")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  private static final int CODE_CHARACTERS = 16;

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject TenantDesk desk;
  @Inject Tenants tenants;
  @Inject Deleting deleting;

  @GET
  @Recorded(Action.LOOK_AT_ACCOUNT)
  @Operation(summary = "Show the account and whether its mail is stopped")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  public AccountJson show() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_ACCOUNT,
            Sight.MAILBOXES,
            () -> AccountJson.of(tenants.tenant(speaker.tenantId()))));
  }

  @POST
  @Path("suspend")
  @Recorded(Action.SUSPEND_ALL)
  @Operation(
      summary = "Stop all mail: nothing leaves any mailbox until an operator lifts the stop",
      description = "What is being handed to a mail server at that moment is not called back.")
  @APIResponse(responseCode = "200", description = "The account; sending_disabled is true")
  @APIResponse(responseCode = "403", description = "Neither an operator's nor an overseer's key")
  public AccountJson suspend() {
    return asked(new TenantCall.SuspendAll());
  }

  @POST
  @Path("lift")
  @Recorded(Action.LIFT_ALL)
  @Operation(
      summary = "Lift the stop on all mail",
      description = "Mailboxes that were stopped one by one stay stopped.")
  @APIResponse(responseCode = "200", description = "The account; what was cleared to leave leaves")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  public AccountJson lift() {
    return asked(new TenantCall.LiftAll());
  }

  @DELETE
  @Recorded(Action.DELETE_ACCOUNT)
  @Operation(
      summary = "Delete the account: everything but the ledger",
      description =
          "Without approval_code, a code goes to the overseer. With it, messages, keys, names and"
              + " addresses are erased. Ledger entries and public signing keys stay, so that the"
              + " ledger verifies.")
  @APIResponseSchema(StatusAnswer.class)
  @APIResponse(responseCode = "200", description = "Deleted; no key of the account is good now")
  @APIResponse(responseCode = "202", description = "A code was sent; call again with it")
  @APIResponse(responseCode = "403", description = "Not an operator's key, or a wrong code")
  @APIResponse(responseCode = "404", description = "No code is out, or not any more")
  @APIResponse(responseCode = "409", description = "A legal hold is in force")
  @APIResponse(responseCode = "429", description = "A code was sent a moment ago")
  public Response delete(@QueryParam("approval_code") @Nullable String code) {
    // Not in a body: the HTTP server refuses DELETE with one.
    return Fields.line("approval_code", code, CODE_CHARACTERS)
        .map(deleting::delete)
        .orElseGet(deleting::ask);
  }

  private AccountJson asked(TenantCall wanted) {
    return AccountJson.of(Decided.allowed(desk.call(call.speaker(), wanted)));
  }
}
