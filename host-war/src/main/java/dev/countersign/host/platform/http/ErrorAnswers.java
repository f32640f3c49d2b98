package dev.countersign.host.platform.http;

import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RequestTrace;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** A {@link Problem} as an HTTP answer, in JAX-RS and outside of it. */
public final class ErrorAnswers {
  private ErrorAnswers() {}

  static Response response(Problem problem) {
    noteCode(problem);
    var response =
        Response.status(problem.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(Json.bytes(problem.body()));
    problem.headers().forEach(response::header);
    return response.build();
  }

  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    noteCode(problem);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_JSON);
    problem.headers().forEach(response::setHeader);
    response.getOutputStream().write(Json.bytes(problem.body()));
  }

  private static void noteCode(Problem problem) {
    RequestTrace.current().ifPresent(trace -> trace.code(problem.code()));
  }

  /** What is said for a status that the server, not this product, decided on. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 400 ->
          Problem.of(
              ErrorCode.MALFORMED_REQUEST,
              "The request cannot be read; check its address and headers.");
      case 401 -> Problem.unauthenticated("Send a valid key as Authorization: Bearer mm_live_… .");
      case 404 ->
          Problem.of(
              ErrorCode.UNKNOWN_ROUTE,
              "No such address; /v1/openapi.json lists the ones there are.");
      case 405 ->
          Problem.of(
              ErrorCode.METHOD_NOT_ALLOWED,
              "This address has other methods; see the Allow header.");
      case 406 ->
          Problem.of(ErrorCode.NOT_ACCEPTABLE, "Answers are JSON; send Accept: application/json.");
      case 413 -> bodyTooLarge();
      case 415 ->
          Problem.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Send the body as JSON, with Content-Type: application/json.");
      case 503 -> Problem.of(ErrorCode.UNAVAILABLE, "The server cannot answer now; try again.");
      default -> status < 500 ? ofStatus(400) : internal();
    };
  }

  static Problem bodyTooLarge() {
    // Close: the rest of the body is not read, so the connection cannot carry another request.
    return Problem.of(
            ErrorCode.BODY_TOO_LARGE,
            "The request body is over this server's limit; send fewer or smaller attachments.")
        .header("Connection", "close");
  }

  static Problem internal() {
    return Problem.of(
            ErrorCode.INTERNAL_ERROR, "The server failed; tell its operator this request id.")
        .with("request_id", RequestTrace.currentId());
  }
}
