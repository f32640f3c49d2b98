package dev.countersign.conformance.running;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the first start handed to its operator in {@code first-run.env}. */
public record FirstRun(
    String tenantId,
    String agentKey,
    String oversightKey,
    String adminKey,
    String mailboxId,
    String mailboxAddress) {
  public static FirstRun in(Path data) {
    var variables = new Properties();
    try {
      variables.load(new StringReader(Files.readString(data.resolve("first-run.env"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FirstRun(
        value(variables, "TENANT_ID"),
        value(variables, "AGENT_KEY"),
        value(variables, "OVERSIGHT_KEY"),
        value(variables, "ADMIN_KEY"),
        value(variables, "MAILBOX_ID"),
        value(variables, "MAILBOX_ADDRESS"));
  }

  private static String value(Properties variables, String name) {
    String value = variables.getProperty(name);
    if (value == null) {
      throw new AssertionError("first-run.env has no " + name);
    }
    return value;
  }
}
