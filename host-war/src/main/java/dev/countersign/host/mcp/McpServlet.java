package dev.countersign.host.mcp;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.mcp.rest.InnerRequest;
import dev.countersign.host.mcp.rest.Rest;
import dev.countersign.host.mcp.rest.RestCall;
import dev.countersign.host.mcp.tools.Progress;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.KeyRates;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RequestTrace;
import dev.countersign.host.platform.http.ErrorAnswers;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import jakarta.inject.Inject;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door at {@code /mcp}: Streamable HTTP without sessions. Every message stands under the key it
 * comes with, so there is nothing to take over, nothing to end, and any node may answer.
 */
public final class McpServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final EventLog LOG = EventLog.of(McpServlet.class);
  private static final String CALLER = "dev.countersign.mcp-caller";
  // The transport asks for both, although it answers with the first alone.
  private static final String BOTH = "application/json, text/event-stream";

  @Inject private transient CurrentCall call;
  @Inject private transient KeyRates rates;
  @Inject private transient Origins origins;
  @Inject private transient McpDialogue dialogue;
  @Inject private transient Limits limits;

  @SuppressWarnings("NullAway.Init") // set by init
  private transient McpJsonMapper json;

  @SuppressWarnings("NullAway.Init") // set by init
  private transient HttpServletStatelessServerTransport transport;

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    json = McpJsonDefaults.getMapper();
    transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(json)
            .messageEndpoint("/mcp")
            .maxRequestSize(Math.toIntExact(limits.value(Limit.REQUEST_BODY_BYTES)))
            .contextExtractor(request -> ((Caller) request.getAttribute(CALLER)).context())
            .build();
    transport.setMcpHandler(dialogue);
    transport.init(config);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    RequestTrace.current().ifPresent(trace -> trace.route("/mcp"));
    call.named(Action.CALL_MCP);
    try {
      serve(request, response, admitted(request));
    } catch (Problem e) {
      ErrorAnswers.write(response, e);
    }
  }

  private Speaker.KeyHolder admitted(HttpServletRequest request) {
    origins.check(request.getHeader("Origin"));
    var speaker = call.speaker();
    var key = String.valueOf(speaker.actor().keyId());
    RequestTrace.identify(speaker.tenantId(), key);
    rates.admit(key);
    if (!request.getMethod().equals("POST")) {
      // No stream to listen to, and no session to end.
      throw Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "MCP messages are sent with POST.")
          .header("Allow", "POST");
    }
    @Nullable String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send one JSON-RPC message as JSON.");
    }
    @Nullable String version = request.getHeader("MCP-Protocol-Version");
    if (version != null && !Introductions.speaks(version)) {
      throw Problem.of(
          ErrorCode.MALFORMED_REQUEST, "MCP-Protocol-Version names no version known here.");
    }
    return speaker;
  }

  private void serve(
      HttpServletRequest request, HttpServletResponse response, Speaker.KeyHolder speaker)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readAllBytes();
    var message = message(body);
    var caller =
        new Caller(
            speaker,
            new Rest(request, response),
            Optional.ofNullable(request.getParameter("mailbox_id")),
            Progress.UNHEARD);
    if (message instanceof JSONRPCRequest asked && listens(request, asked)) {
      stream(response, caller, asked);
      return;
    }
    request.setAttribute(CALLER, caller);
    transport.service(
        new InnerRequest(request, new RestCall(request.getMethod(), "/mcp", "", body), BOTH),
        response);
  }

  // The transport would read it too, and tell what went wrong in Java's words.
  private JSONRPCMessage message(byte[] body) {
    try {
      var message =
          McpSchema.deserializeJsonRpcMessage(json, new String(body, StandardCharsets.UTF_8));
      if (!(message instanceof JSONRPCResponse)) {
        return message;
      }
    } catch (IOException | RuntimeException unreadable) {
      LOG.event("an MCP message cannot be read").with(unreadable).info();
    }
    throw Problem.of(
        ErrorCode.MALFORMED_JSON, "The body is not one JSON-RPC request or notification.");
  }

  /** Whether this is the call of a tool that wants to hear of its progress, and can. */
  private static boolean listens(HttpServletRequest request, JSONRPCRequest message) {
    @Nullable String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains("text/event-stream")
        && message.method().equals(McpSchema.METHOD_TOOLS_CALL)
        && Parameters.of(message.params()).progressToken().isPresent();
  }

  private void stream(HttpServletResponse response, Caller caller, JSONRPCRequest message)
      throws IOException {
    var token = Parameters.of(message.params()).progressToken().orElseThrow();
    var stream = new ProgressStream(json, response, token);
    stream.send(dialogue.answer(caller.telling(stream), message));
  }
}
