package dev.countersign.host.firststart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the first start made, for {@code first-run.env}: the only place where the keys are shown.
 */
record FirstRun(
    String url,
    String tenantId,
    String agentKey,
    String oversightKey,
    String adminKey,
    String mailboxId,
    String mailboxAddress) {

  /** A line for each variable, as a shell reads it. */
  String env() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("COUNTERSIGN_URL", url);
    variables.put("TENANT_ID", tenantId);
    variables.put("AGENT_KEY", agentKey);
    variables.put("OVERSIGHT_KEY", oversightKey);
    variables.put("ADMIN_KEY", adminKey);
    variables.put("MAILBOX_ID", mailboxId);
    variables.put("MAILBOX_ADDRESS", mailboxAddress);
    return variables.entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
