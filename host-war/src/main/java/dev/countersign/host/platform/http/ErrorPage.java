package dev.countersign.host.platform.http;

import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.LogField;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where web.xml sends the container's own errors; asked for directly, it is an unknown route. */
public final class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final EventLog LOG = EventLog.of(ErrorPage.class);

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
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
