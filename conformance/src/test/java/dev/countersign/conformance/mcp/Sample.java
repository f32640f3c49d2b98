package dev.countersign.conformance.mcp;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import java.util.Map;

/**
 * A call of a tool, and the same by the API.
 *
 * @param path of the API's call, with the query if it has one
 * @param arguments of the tool; the API's body, where it has one, is the same
 */
record Sample(String tool, String method, String path, Map<String, Object> arguments) {
  Answer byApi(Api api) {
    return switch (method) {
      case "GET" -> api.get(path);
      case "DELETE" -> api.delete(path);
      case "PUT" -> api.put(path, arguments);
      case "PATCH" -> api.patch(path, arguments);
      default -> api.post(path, arguments);
    };
  }
}
