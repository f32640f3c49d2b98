package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.ApiKeyJson;
import dev.countersign.host.api.json.ApiKeyList;
import dev.countersign.host.api.json.NewApiKey;
import dev.countersign.host.api.json.NewKeyBody;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys. */
@Path("/v1/api-keys")
@RequestScoped
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
  private static final int LISTED = 1000;

  @Inject CurrentCall call;
  @Inject LookDesk looks;
  @Inject KeyDesk desk;
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
              + " agent_id for one more key of the same agent. No key holds send and oversight.")
  @APIResponseSchema(
      value = NewApiKey.class,
      responseCode = "201",
      responseDescription = "The key; api_key is shown this once")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key, or forbidden scopes")
  @APIResponse(responseCode = "404", description = "No such agent")
  public Response create(NewKeyBody body) {
    var name = body.name(limits);
    var scopes = body.wanted();
    var holder = body.holder(limits);
    checkRoom();
    var minted = Decided.allowed(desk.create(call.speaker(), name, holder, scopes));
    return Response.status(Response.Status.CREATED).entity(NewApiKey.of(minted)).build();
  }

  @DELETE
  @Path("{key}")
  @Recorded(Action.REVOKE_KEY)
  @Operation(summary = "Revoke a key; it allows nothing from now on")
  @APIResponse(responseCode = "200", description = "Revoked, now or before")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such key")
  public StatusAnswer revoke(@PathParam("key") String key) {
    call.about(key);
    var id = KeyId.parse(key).orElseThrow(() -> RefusalAnswers.of(Refusal.NOT_FOUND));
    return new StatusAnswer(Decided.allowed(desk.revoke(call.speaker(), id)).id(), "revoked");
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
