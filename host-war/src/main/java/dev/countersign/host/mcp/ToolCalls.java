package dev.countersign.host.mcp;

import dev.countersign.host.desk.ToolDesk;
import dev.countersign.host.mcp.tools.Tool;
import dev.countersign.host.mcp.tools.ToolCall;
import dev.countersign.host.mcp.tools.ToolFailure;
import dev.countersign.host.mcp.tools.ToolSet;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lists the tools that a key may use, and calls them. */
@ApplicationScoped
class ToolCalls {
  @Inject ToolSet tools;
  @Inject ToolDesk desk;

  ListToolsResult list(Caller caller) {
    var listed = tools.listed(desk.reach(caller.speaker()));
    return ListToolsResult.builder(listed.stream().map(Tool::listed).toList()).build();
  }

  CallToolResult call(Caller caller, Parameters parameters) {
    String name = parameters.text("name");
    var tool =
        tools
            .named(name)
            .orElseThrow(
                () ->
                    McpError.builder(ErrorCodes.INVALID_PARAMS)
                        .message("This server has no such tool; tools/list has those there are.")
                        .build());
    if (!desk.admits(caller.speaker(), tool.name(), tool.needs())) {
      return failed(
          "This key may not use "
              + tool.name()
              + ": it needs the scope "
              + tool.neededScopes()
              + ". [status 403, code forbidden]");
    }
    var arguments = tool.known(parameters.object("arguments"));
    var fault = tool.faultIn(arguments);
    if (fault.isPresent()) {
      return failed(fault.get());
    }
    try {
      return tool.work()
          .run(
              new ToolCall(
                  caller.speaker(),
                  arguments,
                  caller.usualMailbox(),
                  caller.rest(),
                  caller.progress()));
    } catch (ToolFailure e) {
      return failed(e.sentence());
    }
  }

  private static CallToolResult failed(String sentence) {
    return CallToolResult.builder().addTextContent(sentence).isError(true).build();
  }
}
