package dev.countersign.host.api;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublishedKeys;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.ids.TenantId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public keys, for anybody: the service's as one JWK, everybody's as JWK sets. */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeyResource {
  private static final int CACHED_SECONDS = (int) Duration.ofHours(1).toSeconds();

  @Inject SigningKeys keys;
  @Inject DataFolder data;

  /** The service's present key, as a JWK that Web Crypto imports as it is (RFC 7517). */
  @GET
  @Path("multimail-signing-key")
  @Public
  @Operation(summary = "The service's public key, as a JWK")
  public Response serviceKey() {
    return cached(keys.current(new KeyOwner.Service()).jwk().json());
  }

  /** All keys of one tenant, newest first; a tenant that is not known has none. */
  @GET
  @Path("multimail-signing-keys/{tenant}")
  @Public
  @Operation(summary = "A tenant's public keys, newest first, as a JWK set")
  public Response tenantKeys(@PathParam("tenant") String tenant) {
    // From the published files: opening the key store for every stranger would be costly.
    var published = new PublishedKeys(data.path().resolve("public-keys"));
    return TenantId.parse(tenant)
        .map(id -> cached(published.keys(new KeyOwner.Tenant(id.toString())).json()))
        .orElseThrow(NotFoundException::new);
  }

  private static Response cached(String json) {
    var cache = new CacheControl();
    cache.setMaxAge(CACHED_SECONDS);
    return Response.ok(json).cacheControl(cache).build();
  }
}
