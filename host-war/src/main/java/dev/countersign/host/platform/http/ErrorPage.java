package dev.countersign.host.platform.http;

import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.platform.RequestTrace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where web.xml sends the container's own errors; asked for directly, it is an unknown route. */
public final class ErrorPage extends HttpServlet {
  static final String REQUEST_ID = "dev.countersign.request-id";
  private static final long serialVersionUID = 1;
  private static final EventLog LOG = EventLog.of(ErrorPage.class);

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // The container comes here after the filters are done, so the trace is picked up again.
    try (var trace =
        request.getAttribute(REQUEST_ID) instanceof String id
            ? RequestTrace.resume(id)
            : RequestTrace.begin()) {
      answer(request, response, trace);
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, RequestTrace trace)
      throws IOException {
    response.setHeader("X-Request-Id", trace.id());
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    var event = LOG.event("server answered by itself").with(LogField.STATUS, status);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      event.with(failure).severe();
    } else {
      event.info();
    }
    ErrorAnswers.write(response, ErrorAnswers.ofStatus(status));
  }
}
