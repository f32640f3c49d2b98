package dev.countersign.host.mcp;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.mcp.rest.Rest;
import dev.countersign.host.mcp.tools.Progress;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whoever sent the message at hand, with the way to the API that is open to them.
 *
 * @param usualMailbox the connection's own, from {@code /mcp?mailbox_id=}
 */
record Caller(
    Speaker.KeyHolder speaker, Rest rest, Optional<String> usualMailbox, Progress progress) {
  private static final String NAME = "caller";

  McpTransportContext context() {
    return McpTransportContext.create(Map.of(NAME, this));
  }

  static Caller of(McpTransportContext context) {
    return (Caller) Objects.requireNonNull(context.get(NAME));
  }

  Caller telling(Progress other) {
    return new Caller(speaker, rest, usualMailbox, other);
  }
}
