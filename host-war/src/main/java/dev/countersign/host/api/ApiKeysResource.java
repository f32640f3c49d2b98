package dev.countersign.host.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.ApiKeyJson;
import dev.countersign.host.api.json.ApiKeyList;
import dev.countersign.host.api.json.KeyPatchBody;
import dev.countersign.host.api.json.NewApiKey;
import dev.countersign.host.api.json.NewKeyBody;
import dev.countersign.host.api.json.PendingApproval;
import dev.countersign.host.api.json.StatusAnswer;
import dev.countersign.host.desk.KeyDesk;
import dev.countersign.host.desk.LookDesk;
import dev.countersign.host.ids.KeyId;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** API keys. */
@Path("/v1/api-keys")
@RequestScoped
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
  private static final int LISTED = 1000;

  /** A key after a change, with the vendor's word for it beside its fields. */
  record Updated(@JsonUnwrapped ApiKeyJson key, String status) {}

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject KeyDesk desk;
  @Inject CodeAnswers codes;
  @Inject Keys keys;
  @Inject Transactions transactions;
  @Inject Limits limits;

  @GET
  @Recorded(Action.LOOK_AT_KEYS)
  @Operation(summary = "List the keys, revoked ones too, without their secrets")
  @APIResponse(responseCode = "200", description = "The keys")
  @APIResponse(responseCode = "403", description = "The key does not hold admin")
  public ApiKeyList list() {
    var speaker = call.speaker();
    return Decided.allowed(
        looks.look(
            speaker,
            Sight.KEYS,
            () ->
                new ApiKeyList(
                    keys.all(speaker.tenantId(), LISTED).stream().map(ApiKeyJson::of).toList())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.CREATE_KEY)
  @Operation(
      summary = "Make a key",
      description =
          "name; scopes of read, send, oversight, admin; approver_email for a key with oversight;"
              + " agent_id for one more key of the same agent. No key holds send and oversight. An"
              + " agent's admin key gets 202, and repeats the call with approval_code.")
  @APIResponseSchema(
      value = NewApiKey.class,
      responseCode = "201",
      responseDescription = "The key; api_key is shown this once")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Forbidden scopes, no admin, or a wrong code")
  @APIResponse(responseCode = "404", description = "No such agent, or no code is out for this")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response create(NewKeyBody body) {
    var name = body.name(limits);
    var scopes = body.wanted();
    var holder = body.holder(limits);
    checkRoom();
    return codes.of(
        desk.create(call.speaker(), name, holder, scopes, CodeAnswers.code(body.approvalCode())),
        minted -> Response.status(Response.Status.CREATED).entity(NewApiKey.of(minted)).build());
  }

  @PATCH
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.PATCH_KEY)
  @Operation(
      operationId = "patchKey",
      summary = "Give a key another name or other scopes",
      description =
          "name, scopes; what is absent stays. An operator's key does it at once; an agent's admin"
              + " key gets 202, and repeats the call with approval_code.")
  @APIResponseSchema(
      value = Updated.class,
      responseCode = "200",
      responseDescription = "The key as it is now; status is updated")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Forbidden scopes, no admin, or a wrong code")
  @APIResponse(responseCode = "404", description = "No such key, or no code is out for this")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response patch(@PathParam("key") String key, KeyPatchBody body) {
    var name = body.name(limits);
    var scopes = body.wanted();
    return codes.of(
        desk.patch(call.speaker(), id(key), name, scopes, CodeAnswers.code(body.approvalCode())),
        row -> Response.ok(new Updated(ApiKeyJson.of(row), "updated")).build());
  }

  @DELETE
  @Path("{key}")
  @Recorded(Action.REVOKE_KEY)
  @Operation(
      summary = "Revoke a key; it allows nothing from now on",
      description =
          "An operator's key does it at once; an agent's admin key gets 202, and repeats the call"
              + " with the parameter approval_code.")
  @APIResponseSchema(
      value = StatusAnswer.class,
      responseCode = "200",
      responseDescription = "Revoked, now or before")
  @APIResponse(
      responseCode = "202",
      description = "A code was mailed to the overseer",
      content = @Content(schema = @Schema(implementation = PendingApproval.class)))
  @APIResponse(responseCode = "403", description = "The key does not hold admin, or a wrong code")
  @APIResponse(responseCode = "404", description = "No such key, or no code is out for this")
  @APIResponse(responseCode = "429", description = "Codes were asked for too often")
  public Response revoke(
      @PathParam("key") String key, @QueryParam("approval_code") @Nullable String code) {
    return codes.of(
        desk.revoke(call.speaker(), id(key), CodeAnswers.code(code)),
        row -> Response.ok(new StatusAnswer(row.id(), "revoked")).build());
  }

  private KeyId id(String key) {
    call.about(key);
    return KeyId.parse(key).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
  }

  private void checkRoom() {
    long most = limits.value(Limit.KEYS_PER_TENANT_COUNT);
    if (transactions.run(() -> keys.countLive(call.speaker().tenantId())) >= most) {
      throw Problem.of(
          ErrorCode.LIMIT_REACHED,
          String.format(
              Locale.ROOT,
              "There are %d live keys already; revoke one, or raise the limit.",
              most));
    }
  }
}
