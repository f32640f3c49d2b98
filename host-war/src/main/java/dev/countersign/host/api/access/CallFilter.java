package dev.countersign.host.api.access;

import dev.countersign.host.platform.RequestTrace;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Finds out who is calling before anything else looks at the request, and records what was refused
 * outside of the API's own code, such as a body that is too large.
 */
public final class CallFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Inject private transient Authentication authentication;
  @Inject private transient CurrentCall call;
  @Inject private transient UnheardCalls unheard;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var key = PresentedKey.of(request.getHeader("Authorization"), request.getHeader("X-API-Key"));
    call.begin(authentication.of(key, RequestTrace.currentId()));
    chain.doFilter(request, response);
    if (response.getStatus() >= 400) {
      unheard.record(call, response.getStatus());
    }
  }
}
