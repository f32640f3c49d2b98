package dev.countersign.host.api.discovery;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.host.signup.SignupSettings;
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
import org.jspecify.annotations.Nullable;

/** Who hands out keys, for programs (RFC 8414). */
@Path("/.well-known/oauth-authorization-server")
@RequestScoped
@Tag(name = "Discovery")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorizationServerMetadata {
  private static final List<String> SCOPES =
      Arrays.stream(Scope.values()).map(Scope::wire).toList();

  @Inject PublicAddress server;
  @Inject SignupSettings signup;

  /**
   * Who hands out keys (RFC 8414, section 2). There are no OAuth grants here.
   *
   * @param agentAuth how an agent registers itself; null where the server takes nobody in
   */
  @Schema(name = "AuthorizationServer")
  public record AuthorizationServer(
      String issuer,
      List<String> scopesSupported,
      List<String> responseTypesSupported,
      List<String> grantTypesSupported,
      String serviceDocumentation,
      @Nullable AgentAuth agentAuth) {}

  /** How an agent registers itself. */
  @Schema(name = "AgentAuth")
  public record AgentAuth(
      String registrationEndpoint,
      String claimEndpoint,
      List<String> registrationTypesSupported,
      List<String> assertionTypesSupported,
      List<String> credentialTypesSupported,
      List<String> postClaimScopes) {}

  @GET
  @Public
  @Operation(operationId = "showAuthorizationServer", summary = "Who hands out keys (RFC 8414)")
  @APIResponse(responseCode = "200", description = "The metadata")
  public AuthorizationServer server() {
    return new AuthorizationServer(
        server.of(""),
        SCOPES,
        List.of(),
        List.of(),
        server.of("/auth.md"),
        signup.open() ? agentAuth() : null);
  }

  private AgentAuth agentAuth() {
    return new AgentAuth(
        server.of("/agent/auth"),
        server.of("/agent/auth/claim/complete"),
        List.of("identity_assertion"),
        List.of("verified_email"),
        List.of("api_key"),
        List.of("read", "send"));
  }
}
