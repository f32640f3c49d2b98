package dev.countersign.host.api.discovery;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.kernel.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What protects this server, for programs (RFC 9728). */
@Path("/.well-known/oauth-protected-resource")
@RequestScoped
@Tag(name = "Discovery")
@Produces(MediaType.APPLICATION_JSON)
public class ProtectedResourceMetadata {
  private static final List<String> SCOPES =
      Arrays.stream(Scope.values()).map(Scope::wire).toList();

  @Inject PublicAddress server;

  /** What protects this server (RFC 9728, section 2). */
  @Schema(name = "ProtectedResource")
  public record ProtectedResource(
      String resource,
      String resourceName,
      List<String> authorizationServers,
      List<String> scopesSupported,
      List<String> bearerMethodsSupported,
      String resourceDocumentation) {}

  @GET
  @Public
  @Operation(
      operationId = "showProtectedResource",
      summary = "What protects this server (RFC 9728)")
  @APIResponse(responseCode = "200", description = "The metadata")
  public ProtectedResource resource() {
    return new ProtectedResource(
        server.of(""),
        "Countersign",
        List.of(server.of("")),
        SCOPES,
        List.of("header"),
        server.of("/auth.md"));
  }
}
