package dev.countersign.host.identity;

import java.util.regex.Pattern;

/**
 * Who sent a message, as its plain headers say.
 *
 * @param agentId for example {@code agent_01HABC9ZDEF}
 * @param tenantId for example {@code ten_01HDEFGHI}
 * @param oversightMode the mode's wire name when the message was dispatched
 */
public record AgentIdentity(String agentId, String tenantId, String oversightMode) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");
  private static final Pattern MODE = Pattern.compile("[a-z_]{1,32}");

  public AgentIdentity {
    boolean valid =
        ID.matcher(agentId).matches()
            && ID.matcher(tenantId).matches()
            && MODE.matcher(oversightMode).matches();
    if (!valid) {
      throw new IllegalArgumentException("an id or the oversight mode has another form");
    }
  }
}
