package dev.countersign.host.api;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.json.JwkJson;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.ids.TenantId;
import dev.countersign.host.signing.SigningKeyRows;
import dev.countersign.host.storage.Transactions;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys, for anybody: the service's as one JWK, everybody's as JWK sets. */
@Path("/.well-known")
@Tag(name = "Identity")
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeyResource {
  @Inject SigningKeyRows keys;
  @Inject Transactions transactions;

  @Context Request request;

  /** The service's present key, as a JWK that Web Crypto imports as it is (RFC 7517). */
  @GET
  @Path("multimail-signing-key")
  @Public
  @Operation(summary = "The service's public key, as a JWK")
  @APIResponseSchema(value = JwkJson.class, responseDescription = "The key that signs now")
  public Response serviceKey() {
    return document(
        () ->
            keys.keys(new KeyOwner.Service())
                .current()
                .map(key -> key.jwk().json())
                .orElseThrow(NotFoundException::new));
  }

  @GET
  @Path("jwks.json")
  @Public
  @Operation(summary = "The service's public keys, past ones too, newest first, as a JWK set")
  @APIResponseSchema(value = JwkJson.Listed.class, responseDescription = "The keys")
  public Response serviceKeys() {
    return document(() -> keys.keys(new KeyOwner.Service()).json());
  }

  /** A tenant that is not known has none. */
  @GET
  @Path("multimail-signing-keys/{tenant}")
  @Public
  @Operation(summary = "A tenant's public keys, past ones too, newest first, as a JWK set")
  @APIResponseSchema(value = JwkJson.Listed.class, responseDescription = "The keys")
  public Response tenantKeys(@PathParam("tenant") String tenant) {
    var owner = TenantId.parse(tenant).orElseThrow(NotFoundException::new);
    return document(() -> keys.keys(new KeyOwner.Tenant(owner.toString())).json());
  }

  @GET
  @Path("countersign-keys.json")
  @Public
  @Operation(summary = "All public keys of the service and all tenants, as a JWK set")
  @APIResponseSchema(value = JwkJson.Listed.class, responseDescription = "The keys")
  public Response allKeys() {
    return document(() -> keys.all().json());
  }

  private Response document(Supplier<String> json) {
    return PublicDocument.of(transactions.run(json), request);
  }
}
