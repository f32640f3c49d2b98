package dev.countersign.host.mcp;

import dev.countersign.host.platform.EventLog;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What each message is answered with. Nothing is kept from one message to the next. */
@ApplicationScoped
class McpDialogue implements McpStatelessServerHandler {
  private static final EventLog LOG = EventLog.of(McpDialogue.class);

  @Inject Introductions introductions;
  @Inject ToolCalls tools;
  @Inject PendingResources pending;

  @Override
  public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
    return Mono.fromCallable(() -> answer(Caller.of(context), request));
  }

  @Override
  public Mono<Void> handleNotification(
      McpTransportContext context, JSONRPCNotification notification) {
    return Mono.empty();
  }

  JSONRPCResponse answer(Caller caller, JSONRPCRequest request) {
    try {
      return JSONRPCResponse.result(request.id(), result(caller, request));
    } catch (McpError e) {
      return JSONRPCResponse.error(request.id(), e.getJsonRpcError());
    } catch (RuntimeException e) {
      LOG.event("an MCP message failed").with(e).severe();
      return JSONRPCResponse.error(
          request.id(), new JSONRPCError(ErrorCodes.INTERNAL_ERROR, "The server failed."));
    }
  }

  private Object result(Caller caller, JSONRPCRequest request) {
    var parameters = Parameters.of(request.params());
    return switch (request.method()) {
      case McpSchema.METHOD_INITIALIZE -> introductions.answer(parameters);
      case McpSchema.METHOD_PING -> Map.of();
      case McpSchema.METHOD_TOOLS_LIST -> tools.list(caller);
      case McpSchema.METHOD_TOOLS_CALL -> tools.call(caller, parameters);
      case McpSchema.METHOD_RESOURCES_LIST -> pending.list(caller, parameters);
      case McpSchema.METHOD_RESOURCES_TEMPLATES_LIST -> pending.templates(caller);
      case McpSchema.METHOD_RESOURCES_READ -> pending.read(caller, parameters);
      default ->
          throw McpError.builder(ErrorCodes.METHOD_NOT_FOUND)
              .message("This server has no such method.")
              .build();
    };
  }
}
