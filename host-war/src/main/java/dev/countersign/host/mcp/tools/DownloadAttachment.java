package dev.countersign.host.mcp.tools;

import dev.countersign.host.mcp.rest.RestCall;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An attachment's address, and its content where that is small. */
@ApplicationScoped
class DownloadAttachment implements Tool.Work {
  @Inject Limits limits;

  @Override
  public CallToolResult run(ToolCall call) {
    String file =
        "/v1/mailboxes/"
            + RestCall.segment(call.mailbox())
            + "/emails/"
            + RestCall.segment(call.text("email_id"))
            + "/attachments/"
            + RestCall.segment(call.text("filename"));
    var facts = new LinkedHashMap<>(call.object(RestCall.get(file + "/url", Map.of())));
    boolean small =
        facts.get("size_bytes") instanceof Number size
            && size.longValue() <= limits.value(Limit.MCP_ATTACHMENT_BYTES);
    if (!small) {
      return Shape.LISTED.of(facts);
    }
    var content = call.answer(RestCall.get(file, Map.of())).body();
    if (String.valueOf(facts.get("content_type")).startsWith("text/")) {
      var text = new String(content, StandardCharsets.UTF_8);
      return Shape.texts(List.of(Shape.pretty(facts), Untrusted.body(text)));
    }
    facts.put("content_base64", Base64.getEncoder().encodeToString(content));
    return Shape.LISTED.of(facts);
  }
}
