package dev.countersign.host.approvals;

import dev.countersign.host.api.access.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the page's files. They decide nothing and need no key; the page's script asks the API with
 * the key that the approver pastes.
 */
@Path("/approvals")
public class ApprovalsPage {
  private static final String PAGE = "index.html";
  private static final Map<String, String> TYPES =
      Map.of(
          PAGE,
          "text/html;charset=utf-8",
          "approvals.css",
          "text/css;charset=utf-8",
          "message.css",
          "text/css;charset=utf-8",
          "approvals.js",
          "text/javascript;charset=utf-8");

  // A message is shown in a sandboxed srcdoc frame, which inherits this policy: no script but the
  // page's own file, no remote anything, no frame navigation, and markup only by the one policy.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types message";

  @GET
  @Public
  @Operation(hidden = true)
  public Response page() {
    return file(PAGE);
  }

  @GET
  @Path("{file}")
  @Public
  @Operation(hidden = true)
  public Response file(@PathParam("file") String name) {
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundException();
    }
    return Response.ok(content(name), type)
        .header("Content-Security-Policy", POLICY)
        .header("X-DNS-Prefetch-Control", "off")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        .build();
  }

  private static byte[] content(String name) {
    try (var file = ApprovalsPage.class.getResourceAsStream("/approvals/" + name)) {
      if (file == null) {
        throw new IllegalStateException("a file of the page is not in the archive");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
