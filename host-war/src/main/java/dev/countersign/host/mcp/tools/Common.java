package dev.countersign.host.mcp.tools;

import java.util.LinkedHashMap;
import java.util.Map;

/** Arguments that several tools have. */
final class Common {
  static final Parameter MAILBOX =
      Parameter.text(
          "mailbox_id", "Id of the mailbox; needed only where the key has several and none is set");
  static final Parameter EMAIL = Parameter.text("email_id", "Id of the message").needed();
  static final Parameter CODE =
      Parameter.text("approval_code", "The operator's code, once it has come by mail");
  static final Parameter CURSOR =
      Parameter.text("cursor", "Where to go on: cursor of the page before");
  static final Parameter LIMIT = Parameter.whole("limit", "Rows of one page", 1, 100);
  static final Parameter SEND_AT =
      Parameter.text("send_at", "When to send: ISO 8601 in UTC, ending in Z");
  static final Parameter GATE_TIMING =
      Parameter.choice(
          "gate_timing",
          "Whether people approve before the time of sending or at it",
          "gate_first",
          "schedule_first");
  static final Parameter MARKDOWN = Parameter.text("markdown", "The body, as Markdown");
  static final Parameter IDEMPOTENCY =
      Parameter.text("idempotency_key", "The same key within a day sends nothing a second time");
  static final Parameter CC = Parameter.texts("cc", "Further recipients, seen by all");
  static final Parameter BCC = Parameter.texts("bcc", "Further recipients, seen by nobody");
  static final Parameter ATTACHMENTS =
      Parameter.objects("attachments", "Files to send along", file());
  static final String[] MODES = {"read_only", "gated_all", "gated_send", "monitored", "autonomous"};

  private Common() {}

  private static Map<String, Object> file() {
    var members = new LinkedHashMap<String, Object>();
    members.put("name", Map.of("type", "string"));
    members.put("content_base64", Map.of("type", "string"));
    members.put("content_type", Map.of("type", "string"));
    return members;
  }
}
