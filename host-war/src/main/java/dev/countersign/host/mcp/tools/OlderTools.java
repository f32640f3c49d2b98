package dev.countersign.host.mcp.tools;

import static dev.countersign.host.mcp.tools.Parameter.choice;
import static dev.countersign.host.mcp.tools.Parameter.text;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names and arguments that clients of older versions use, for the same calls. */
final class OlderTools {
  private static final Map<String, Route> TAGGING =
      Map.of(
          "get", Route.get("/v1/mailboxes/{mailbox_id}/emails/{email_id}/tags").only(),
          "set", Route.put("/v1/mailboxes/{mailbox_id}/emails/{email_id}/tags").only("tags"),
          "delete", Route.delete("/v1/mailboxes/{mailbox_id}/emails/{email_id}/tags/{key}").only());

  private OlderTools() {}

  static List<Tool> all(Function<String, Tool> today) {
    return List.of(
        tags(today.apply("set_tags")),
        spam(today.apply("manage_spam_status"), "report_spam", OversightTools.REPORT_SPAM),
        spam(today.apply("manage_spam_status"), "not_spam", OversightTools.NOT_SPAM),
        today.apply("list_suppression").named("check_suppression"),
        upgrade(
            today.apply("manage_upgrade"),
            "request_upgrade",
            OversightTools.REQUEST_UPGRADE,
            choice("target_mode", "The wanted mode", Common.MODES).needed()),
        upgrade(
            today.apply("manage_upgrade"),
            "apply_upgrade",
            OversightTools.APPLY_UPGRADE,
            text("code", "The operator's code").needed()),
        scheduled(today.apply("send_email")));
  }

  private static Tool tags(Tool today) {
    return as(today, "tag_email", Hints.TAKES_AWAY, OlderTools::tagged)
        .takes(
            Common.EMAIL,
            choice("action", "Which", "set", "get", "delete").needed(),
            Parameter.object("tags", "Names and values, for set", Map.of()),
            text("key", "Name of the tag, for delete"),
            Common.MAILBOX);
  }

  private static CallToolResult tagged(ToolCall call) {
    var route = TAGGING.get(call.text("action"));
    if (route == null) {
      throw new ToolFailure("action must be set, get or delete.");
    }
    return route.run(call);
  }

  private static Tool spam(Tool today, String name, Route route) {
    return as(today, name, today.hints(), route).takes(Common.EMAIL);
  }

  private static Tool upgrade(Tool today, String name, Route route, Parameter argument) {
    return as(today, name, today.hints(), route).takes(argument, Common.MAILBOX);
  }

  private static Tool scheduled(Tool today) {
    var parameters =
        today.parameters().stream()
            .map(each -> each.name().equals("send_at") ? each.needed() : each)
            .toArray(Parameter[]::new);
    return today.named("schedule_email").takes(parameters);
  }

  private static Tool as(Tool today, String name, Hints hints, Tool.Work work) {
    return new Tool(
        name, today.title(), today.description(), today.needs(), hints, today.parameters(), work);
  }
}
