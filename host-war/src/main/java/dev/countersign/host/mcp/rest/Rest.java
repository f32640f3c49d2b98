package dev.countersign.host.mcp.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The API, called by whoever made the request at hand. The container dispatches each call as if it
 * had come from outside: it finds out who calls, counts it, asks the desks, records it.
 */
public final class Rest {
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  public Rest(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  public RestAnswer answer(RestCall call) {
    // Not the call's own path: what stands in it is the caller's word, and the container would tidy
    // it before it looks who serves it. The API serves this one, and finds the rest by itself.
    var dispatcher = request.getRequestDispatcher("/v1");
    var inner = new InnerResponse(response);
    try {
      dispatcher.include(new InnerRequest(request, call, "*/*"), inner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException("a call inside the server failed", e);
    }
    return inner.answer();
  }
}
