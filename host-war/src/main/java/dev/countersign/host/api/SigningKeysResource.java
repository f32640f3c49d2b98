package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.api.json.JwkJson;
import dev.countersign.host.api.json.RevokeBody;
import dev.countersign.host.api.json.RotateBody;
import dev.countersign.host.desk.SigningKeyDesk;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replacing signing keys. Private keys neither come in nor go out here. */
@Path("/v1/signing-keys")
@RequestScoped
@Tag(name = "Identity")
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeysResource {
  @Inject CurrentCall call;
  @Inject SigningKeyDesk desk;

  @POST
  @Path("rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.ROTATE_SIGNING_KEY)
  @Operation(
      summary = "Let a new key sign from now on",
      description =
          "owner: tenant or, for operators of the installation, service; kid: a key that was put"
              + " into the key store from outside. What the old key signed still verifies.")
  @APIResponseSchema(
      value = JwkJson.Listed.class,
      responseCode = "200",
      responseDescription = "The owner's public keys, newest first")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such owner or key for this operator")
  public String rotate(RotateBody body) {
    var speaker = call.speaker();
    var owner = body.owner(speaker.tenantId());
    return Decided.allowed(desk.rotate(speaker, owner, body.known())).json();
  }

  @POST
  @Path("{kid}/revoke")
  @Consumes(MediaType.APPLICATION_JSON)
  @Recorded(Action.REVOKE_SIGNING_KEY)
  @Operation(
      summary = "Take back the trust in a key, for all that it ever signed",
      description = "reason: published with the key. A key that signs is replaced by a new one.")
  @APIResponseSchema(
      value = JwkJson.Listed.class,
      responseCode = "200",
      responseDescription = "The owner's public keys, newest first")
  @APIResponse(responseCode = "400", description = "A field cannot be used; field says which")
  @APIResponse(responseCode = "403", description = "Not an operator's key")
  @APIResponse(responseCode = "404", description = "No such key for this operator")
  public String revoke(@PathParam("kid") String kid, RevokeBody body) {
    call.about(kid);
    return Decided.allowed(desk.revoke(call.speaker(), kid, body.given())).json();
  }
}
