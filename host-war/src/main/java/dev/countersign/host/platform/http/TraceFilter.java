package dev.countersign.host.platform.http;

import dev.countersign.host.platform.CountersignMetrics;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.platform.RequestTrace;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Outermost: gives the request its id, writes one line when it is done, and answers what nothing
 * below answered.
 */
public final class TraceFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String HEADER = "X-Request-Id";
  private static final EventLog LOG = EventLog.of(TraceFilter.class);

  @Inject private transient CountersignMetrics metrics;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    long start = System.nanoTime();
    try (var trace = RequestTrace.begin()) {
      response.setHeader(HEADER, trace.id());
      request.setAttribute(ErrorPage.REQUEST_ID, trace.id());
      try {
        chain.doFilter(request, response);
      } catch (IOException | ServletException | RuntimeException e) {
        LOG.event("request failed outside of the API").with(e).severe();
        if (!response.isCommitted()) {
          ErrorAnswers.write(response, ErrorAnswers.internal());
        }
      }
      served(request, response, trace, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void served(
      HttpServletRequest request, HttpServletResponse response, RequestTrace trace, Duration took) {
    String method = method(request);
    String route = trace.route().orElse("none");
    metrics.served(method, route, response.getStatus(), took);
    LOG.event("request served")
        .with(LogField.METHOD, method)
        .with(LogField.ROUTE, route)
        .with(LogField.STATUS, response.getStatus())
        .with(LogField.MILLISECONDS, took.toMillis())
        .info();
  }

  // A method is the client's own word until it is known to be one.
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
      default -> "other";
    };
  }
}
