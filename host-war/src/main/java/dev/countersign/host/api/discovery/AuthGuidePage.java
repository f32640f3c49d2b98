package dev.countersign.host.api.discovery;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.host.signup.SignupSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How to get and show a key, for those who read. */
@Path("/auth.md")
@RequestScoped
@Tag(name = "Discovery")
@Produces(MediaType.APPLICATION_JSON)
public class AuthGuidePage {
  @Inject PublicAddress server;
  @Inject SignupSettings signup;

  @GET
  @Public
  @Produces("text/markdown;charset=utf-8")
  @Operation(operationId = "showAuthGuide", summary = "How to get and show a key, to be read")
  @APIResponse(responseCode = "200", description = "A page of Markdown")
  public String guide() {
    return AuthGuide.text(server, signup.open());
  }
}
