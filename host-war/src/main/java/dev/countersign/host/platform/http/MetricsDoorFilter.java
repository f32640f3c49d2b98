package dev.countersign.host.platform.http;

import dev.countersign.host.platform.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Before the server's {@code /metrics}, which has no door of its own. The figures are of all
 * tenants, so no tenant's key opens it: only the token of whoever runs the server does, and without
 * a configured token there is no such address.
 */
public final class MetricsDoorFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String BEARER = "Bearer ";

  @Inject
  @ConfigProperty(name = "countersign.metrics.token")
  private transient Optional<String> token;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    admit(token, request, response, chain);
  }

  static void admit(
      Optional<String> token,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (token.isEmpty()) {
      ErrorAnswers.write(response, ErrorAnswers.ofStatus(404));
    } else if (!same(token.get(), request.getHeader("Authorization"))) {
      ErrorAnswers.write(
          response,
          Problem.unauthenticated("Send this server's metrics token as Authorization: Bearer."));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean same(String token, @Nullable String authorization) {
    return authorization != null
        && MessageDigest.isEqual(
            (BEARER + token).getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }
}
