package dev.countersign.host.openapi;

import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.RequestTrace;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The description where the wire contract has it, and where MicroProfile has it. */
public final class ApiDescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private byte[] document = {};

  /** Once, when the application starts: a resource that cannot be described keeps it from that. */
  @Override
  public void init() {
    document = Json.bytes(ApiDocument.of(ResourceClasses.of(getServletContext())));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestTrace.current().ifPresent(trace -> trace.route("/v1/openapi.json"));
    response.setContentType("application/json");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }
}
