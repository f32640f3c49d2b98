package dev.countersign.conformance.clients;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole job by each of the clients: handed in, held, approved, delivered. */
public interface Calling extends OnProduct {
  @Test
  default void the_python_client_does_a_whole_job() {
    Programs.needed("python3", "--version");
    var recipient = Drafts.somebody();
    var folder = Command.client("python");
    var variables = new HashMap<>(variables(recipient));
    variables.put("PYTHONPATH", folder.toString());
    variables.put("PYTHONDONTWRITEBYTECODE", "1");
    var said = Command.run(folder, variables, "python3", "examples/whole_job.py");
    product().mail().onlyMailFor(recipient);
    assertAll(
        List.of(
                "now pending_send_approval",
                "sent again: already_sent, the same: True",
                "an agent may not: 403 forbidden",
                "decided: approved",
                "valid: True",
                "newest: Q1",
                "taken back: cancelled")
            .stream()
            .map(part -> () -> assertTrue(said.contains(part), said)));
  }

  @Test
  default void the_typescript_client_is_generated_compiles_strictly_and_does_a_whole_job()
      throws IOException {
    Programs.needed("npm", "--version");
    var recipient = Drafts.somebody();
    var folder = Path.of("target", "clients", "typescript");
    built(folder, product().anonymous().get("/v1/openapi.json").expecting(200).body());
    var said = Command.run(folder, variables(recipient), "npm", "run", "--silent", "job");
    product().mail().onlyMailFor(recipient);
    assertAll(
        List.of("now pending_send_approval", "an agent may not: 403 forbidden", "now sent").stream()
            .map(part -> () -> assertTrue(said.contains(part), said)));
  }

  /** From the server's own description; once for all databases, which have the same. */
  private static void built(Path folder, String description) throws IOException {
    var client = Command.client("typescript");
    Files.createDirectories(folder.resolve("src"));
    var served = folder.resolve("openapi.json");
    if (Files.exists(folder.resolve("dist").resolve("job.js"))
        && Files.readString(served).equals(description)) {
      return;
    }
    for (var name :
        List.of(
            "package.json", "package-lock.json", "tsconfig.json", "src/client.ts", "src/job.ts")) {
      Files.write(folder.resolve(name), Files.readAllBytes(client.resolve(name)));
    }
    Files.writeString(served, description);
    Command.run(folder, Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
    Command.run(folder, Map.of(), "npm", "run", "--silent", "generate");
    Command.run(folder, Map.of(), "npm", "run", "--silent", "build");
  }

  private Map<String, String> variables(String recipient) {
    var address = product().anonymous().base().toString().replaceFirst("/$", "");
    var firstRun = product().firstRun();
    return Map.of(
        "COUNTERSIGN_URL", address,
        "MULTIMAIL_URL", address,
        "AGENT_KEY", firstRun.agentKey(),
        "OVERSIGHT_KEY", firstRun.oversightKey(),
        "MAILBOX_ID", firstRun.mailboxId(),
        "MAILBOX_ADDRESS", firstRun.mailboxAddress(),
        "RECIPIENT", recipient);
  }
}
