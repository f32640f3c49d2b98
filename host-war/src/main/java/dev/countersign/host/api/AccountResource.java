package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.AccountJson;
import dev.countersign.host.api.json.AccountPatchBody;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.api.json.PendingApproval;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.api.signup.SigningUp;
import dev.countersign.host.api.signup.SignupAnswers;
import dev.countersign.host.api.signup.SignupBody;
import dev.countersign.host.desk.AccountDesk;
import dev.countersign.host.desk.AccountSettingsDesk;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.desk.TenantDesk;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  private static final int IDEMPOTENCY_CHARACTERS = 200;

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject TenantDesk desk;
  @Inject Tenants tenants;
  @Inject AccountDesk accounts;
  @Inject CodeAnswers codes;
  @Inject AccountViews views;
  @Inject AccountSettingsDesk settings;
  @Inject SigningUp signingUp;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_ACCOUNT)
  @Operation(
      operationId = "showAccount",
      summary = "Show the account, what it has used up, and whether its mail is stopped")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(responseCode = "403", description = "The key holds none of read, oversight, admin")
  public AccountJson show() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Action.LOOK_AT_ACCOUNT,
            Sight.MAILBOXES,
            () -> views.of(tenants.tenant(speaker.tenantId()))));
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.UPDATE_ACCOUNT)
  @Operation(
      operationId = "updateAccount",
      summary = "Change the account's name, overseer, address or allowances",
      description =
          "name, oversight_email, physical_address; monthly_email_quota and warmup_days bound what"
              + " the account's own agents may send, 0 for no bound. What is absent stays. Another"
              + " overseer is another person: keys of the one before stay that person's.")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  public AccountJson update(AccountPatchBody body) {
    var wanted = body.wanted(limits);
    return views.of(Decided.allowed(settings.change(call.speaker(), wanted)));
  }

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.SIGN_UP)
  @Operation(
      operationId = "signUp",
      summary = "Ask for an account, where the server takes new ones in",
      description =
          "With the solution of a puzzle from POST /v1/account/challenge. The answer is the same"
              + " whether there is an account for the address or not. Idempotency-Key makes a"
              + " repeated call do nothing more for an hour.")
  @APIResponse(responseCode = "200", description = "A code was mailed, or a note")
  @APIResponse(responseCode = "400", description = "A field, or the puzzle's solution, is wrong")
  @APIResponse(responseCode = "403", description = "The server takes no new accounts")
  @APIResponse(responseCode = "409", description = "The short name is taken; suggestions has more")
  @APIResponse(responseCode = "429", description = "Too many calls; Retry-After says how long")
  @APIResponse(responseCode = "503", description = "No mail could be sent; nothing was done")
  public SignupAnswers.Status signUp(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, SignupBody body) {
    return signingUp.ask(
        body, Fields.line("Idempotency-Key", idempotencyKey, IDEMPOTENCY_CHARACTERS).orElse(null));
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
  @APIResponseSchema(
      value = StatusAnswer.class,
      responseCode = "200",
      responseDescription = "Deleted; no key of the account is good now")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "403", description = "Not an operator's key, or a wrong code")
  @APIResponse(responseCode = "404", description = "No code is out, or not any more")
  @APIResponse(responseCode = "409", description = "A legal hold is in force")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response delete(@QueryParam("approval_code") @Nullable String code) {
    // Not in a body: the HTTP server refuses DELETE with one.
    return codes.of(
        accounts.delete(call.speaker(), CodeAnswers.code(code)),
        tenant -> Response.ok(new StatusAnswer(tenant.id(), "deleted")).build());
  }

  private AccountJson asked(TenantCall wanted) {
    return views.of(Decided.allowed(desk.call(call.speaker(), wanted)));
  }
}
