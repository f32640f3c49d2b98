package dev.countersign.host.mcp;

import dev.countersign.host.mcp.tools.Progress;
import dev.countersign.host.mcp.tools.ToolFailure;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * An answer as a stream of server-sent events: the progress of a call, then its result. The SDK's
 * stateless transport answers with one JSON object only, which leaves no room for progress.
 */
final class ProgressStream implements Progress {
  private final McpJsonMapper json;
  private final PrintWriter out;
  private final Object token;

  ProgressStream(McpJsonMapper json, HttpServletResponse response, Object token)
      throws IOException {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    this.json = json;
    this.out = response.getWriter();
    this.token = token;
  }

  @Override
  public void at(double done, double all, String message) {
    var progress = ProgressNotification.builder(token, done).total(all).message(message).build();
    send(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_PROGRESS, progress));
    if (out.checkError()) {
      throw ToolFailure.unheard();
    }
  }

  void send(Object message) {
    try {
      out.write("event: message\ndata: " + json.writeValueAsString(message) + "\n\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
