package dev.countersign.host.platform.http;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.platform.Problem;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Whatever a resource throws, as JSON. */
@Provider
public final class FailureMapper implements ExceptionMapper<Throwable> {
  private static final EventLog LOG = EventLog.of(FailureMapper.class);
  private static final int CAUSES = 10;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException web) {
      return ofServer(web);
    }
    return ErrorAnswers.response(problem(failure));
  }

  // Containers wrap what passes through them, so the first cause that is known decides.
  private static Problem problem(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
      switch (at) {
        case Problem problem -> {
          return problem;
        }
        case OversizedBodyException tooLarge -> {
          return ErrorAnswers.bodyTooLarge();
        }
        case OptimisticLockException lost -> {
          return Problem.of(
              ErrorCode.CONCURRENT_CHANGE,
              "Somebody else changed this at the same moment and nothing was done; read it again.");
        }
        default -> {}
      }
    }
    LOG.event("request failed").with(LogField.STATUS, 500).with(failure).severe();
    return ErrorAnswers.internal();
  }

  private static Response ofServer(WebApplicationException web) {
    var given = web.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    if (given.getStatus() >= 500 || web.getCause() instanceof OversizedBodyException) {
      return ErrorAnswers.response(problem(web));
    }
    var problem = ErrorAnswers.ofStatus(given.getStatus());
    var allow = given.getHeaderString(HttpHeaders.ALLOW);
    return ErrorAnswers.response(
        allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow));
  }
}
