package dev.countersign.host.mcp.tools;

import dev.countersign.host.mcp.rest.RestCall;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the API: arguments named in the path go there, the others into the query of a GET or
 * DELETE, or the body of anything else.
 *
 * @param path such as {@code /v1/mailboxes/{mailbox_id}/send}
 * @param renamed the API's names for arguments that have others there
 * @param sent the arguments that go into query or body; empty for all that are left
 */
record Route(
    String method,
    String path,
    Map<String, String> renamed,
    Optional<Set<String>> sent,
    Shape shape)
    implements Tool.Work {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  static Route get(String path) {
    return plain("GET", path);
  }

  static Route post(String path) {
    return plain("POST", path);
  }

  static Route put(String path) {
    return plain("PUT", path);
  }

  static Route patch(String path) {
    return plain("PATCH", path);
  }

  static Route delete(String path) {
    return plain("DELETE", path);
  }

  private static Route plain(String method, String path) {
    return new Route(method, path, Map.of(), Optional.empty(), Shape.PLAIN);
  }

  Route renaming(String argument, String member) {
    return new Route(method, path, Map.of(argument, member), sent, shape);
  }

  Route shown(Shape other) {
    return new Route(method, path, renamed, sent, other);
  }

  /** For tools whose other arguments only say which call is meant. */
  Route only(String... arguments) {
    return new Route(method, path, renamed, Optional.of(Set.of(arguments)), shape);
  }

  @Override
  public CallToolResult run(ToolCall call) {
    return shape.of(call.object(asked(call)));
  }

  private RestCall asked(ToolCall call) {
    var left = new LinkedHashMap<String, Object>(call.arguments());
    var filled = new StringBuilder();
    Matcher place = PLACE.matcher(path);
    while (place.find()) {
      String name = place.group(1);
      String value = name.equals("mailbox_id") ? call.mailbox() : call.text(name);
      left.remove(name);
      place.appendReplacement(filled, Matcher.quoteReplacement(RestCall.segment(value)));
    }
    place.appendTail(filled);
    sent.ifPresent(left.keySet()::retainAll);
    renamed.forEach(
        (argument, member) -> {
          if (left.containsKey(argument)) {
            left.put(member, left.remove(argument));
          }
        });
    String whole = filled.toString();
    return switch (method) {
      case "GET" -> RestCall.get(whole, left);
      case "DELETE" -> RestCall.delete(whole, left);
      default -> RestCall.of(method, whole, left);
    };
  }
}
