package dev.countersign.host.approvals;

import dev.countersign.host.api.access.Public;
import dev.countersign.host.api.access.Recorded;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.http.StaticPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the page's files. They decide nothing and need no key; the page's script asks the API with
 * the key that the approver pastes.
 */
@Path("/approvals")
public class ApprovalsPage {
  private static final String PAGE = "index.html";

  // A message is shown in a sandboxed srcdoc frame, which inherits this policy: no script but the
  // page's own file, no remote anything, no frame navigation, and markup only by the one policy.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
          + " data:; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'; require-trusted-types-for 'script'; trusted-types message";
  private static final StaticPage FILES =
      new StaticPage(
          "/approvals/",
          Map.of(
              PAGE,
              StaticPage.HTML,
              "approvals.css",
              StaticPage.CSS,
              "message.css",
              StaticPage.CSS,
              "approvals.js",
              StaticPage.JAVASCRIPT),
          POLICY);

  @GET
  @Public
  @Recorded(Action.OPEN_APPROVALS_PAGE)
  @Operation(hidden = true)
  public Response page() {
    return file(PAGE);
  }

  @GET
  @Path("{file}")
  @Public
  @Operation(hidden = true)
  public Response file(@PathParam("file") String name) {
    return FILES.file(name);
  }
}
