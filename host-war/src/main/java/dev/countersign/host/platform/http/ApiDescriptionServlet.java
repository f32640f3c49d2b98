package dev.countersign.host.platform.http;

import dev.countersign.host.platform.RequestTrace;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The OpenAPI document where the wire contract has it; the server makes it at {@code /openapi}. */
public final class ApiDescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    RequestTrace.current().ifPresent(trace -> trace.route("/v1/openapi.json"));
    request.getRequestDispatcher("/openapi?format=JSON").forward(request, response);
  }
}
