package dev.countersign.host.verify;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.platform.http.StaticPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the page that checks a message's identity in the visitor's browser. The server never sees
 * the message: the policy lets the page fetch from this server only, and it fetches the keys.
 */
@Path("/verify")
public class VerifyPage {
  private static final String PAGE = "index.html";
  private static final List<String> MODULES =
      List.of(
          "bytes.mjs",
          "claim.mjs",
          "content-field.mjs",
          "entity.mjs",
          "keys.mjs",
          "message-date.mjs",
          "page.mjs",
          "parts.mjs",
          "reasons.mjs",
          "signature.mjs",
          "signed-text.mjs",
          "transfer-encoding.mjs",
          "verdict.mjs",
          "wording.mjs");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
          + " data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";
  private static final StaticPage FILES = new StaticPage("/verify/", types(), POLICY);

  static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    types.put(PAGE, StaticPage.HTML);
    types.put("verify.css", StaticPage.CSS);
    MODULES.forEach(module -> types.put(module, StaticPage.JAVASCRIPT));
    return types;
  }

  @GET
  @Public
  @Operation(hidden = true)
  public Response page() {
    return FILES.file(PAGE);
  }

  @GET
  @Path("{file}")
  @Public
  @Operation(hidden = true)
  public Response file(@PathParam("file") String name) {
    return FILES.file(name);
  }
}
