package dev.countersign.host.mcp.tools;

import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import org.jspecify.annotations.Nullable;

/** What a client may expect of a call: advice for it, and no rule of the server's. */
public enum Hints {
  /** Changes nothing. */
  READS(true, null, true),
  /** Each call adds something. */
  ADDS(false, false, false),
  /** The same call twice is the same as once. */
  SETS(false, false, true),
  /** The same, and something is gone. */
  TAKES_AWAY(false, true, true);

  private final boolean readOnly;
  private final @Nullable Boolean destructive;
  private final boolean idempotent;

  Hints(boolean readOnly, @Nullable Boolean destructive, boolean idempotent) {
    this.readOnly = readOnly;
    this.destructive = destructive;
    this.idempotent = idempotent;
  }

  ToolAnnotations annotations(String title) {
    return new ToolAnnotations(title, readOnly, destructive, idempotent, null, null);
  }
}
