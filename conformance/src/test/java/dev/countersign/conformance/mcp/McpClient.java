package dev.countersign.conformance.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Talks to the MCP server under one key, a message at a time. */
record McpClient(Api api) {
  Answer send(String method, Map<String, ?> params) {
    return api.post("/mcp", Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
  }

  JsonNode result(String method, Map<String, ?> params) {
    var answer = send(method, params).expecting(200);
    var result = answer.json().path("result");
    if (result.isMissingNode()) {
      throw new AssertionError(answer.body());
    }
    return result;
  }

  JsonNode list() {
    return result("tools/list", Map.of()).path("tools");
  }

  Set<String> tools() {
    var names = new TreeSet<String>();
    list().forEach(tool -> names.add(tool.path("name").asText()));
    return names;
  }

  ToolAnswer call(String tool, Map<String, ?> arguments) {
    return ToolAnswer.of(result("tools/call", Map.of("name", tool, "arguments", arguments)));
  }
}
