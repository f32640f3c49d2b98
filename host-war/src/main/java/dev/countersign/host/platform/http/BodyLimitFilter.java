package dev.countersign.host.platform.http;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses bodies over the limit: by their announced length, or when reading passes it. */
public final class BodyLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Inject private transient Limits limits;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long limitBytes = limits.value(Limit.REQUEST_BODY_BYTES);
    if (request.getContentLengthLong() > limitBytes) {
      ErrorAnswers.write(response, ErrorAnswers.bodyTooLarge());
      return;
    }
    var bounded = new BoundedBody(request, limitBytes);
    try {
      chain.doFilter(bounded, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (!bounded.exceeded() || response.isCommitted()) {
        throw e;
      }
      ErrorAnswers.write(response, ErrorAnswers.bodyTooLarge());
    }
  }
}
