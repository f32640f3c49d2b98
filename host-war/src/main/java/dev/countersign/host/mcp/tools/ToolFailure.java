package dev.countersign.host.mcp.tools;

import dev.countersign.host.mcp.rest.RestAnswer;
import dev.countersign.host.platform.Json;
import java.nio.charset.StandardCharsets;

/** A call of a tool that cannot go on; its message is for the agent. */
public final class ToolFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ToolFailure(String sentence) {
    super(sentence, null, false, false);
  }

  /** What the API refused, in its own words. */
  static ToolFailure of(RestAnswer refused) {
    var details = refused.details();
    var more =
        details.isEmpty() ? "" : "\n" + new String(Json.pretty(details), StandardCharsets.UTF_8);
    return new ToolFailure(refused.sentence() + more);
  }

  /** Whoever called has gone. */
  public static ToolFailure unheard() {
    return new ToolFailure("Nobody listens any more.");
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
