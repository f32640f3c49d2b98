package dev.countersign.conformance.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lines of docs/mcp.md, run as they stand there. */
public interface McpGuide extends OnProduct {
  Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  default void the_samples_of_the_mcp_page_list_and_call() throws Exception {
    var block = COMMANDS.matcher(Files.readString(NpmClients.ROOT.resolve("docs/mcp.md")));
    assertTrue(block.find(), "the page shows requests");
    var commands = List.of(block.group(1).strip().split("(?<!\\\\)\n"));
    assertEquals(3, commands.size(), "list, call, the bridge");
    assertTrue(run(commands.getFirst()).contains("\"name\":\"send_email\""));
    assertTrue(run(commands.get(1)).contains(product().firstRun().mailboxId()));
    assertTrue(run(commands.get(2)).contains("\"id\":3,"));
  }

  private String run(String command) throws Exception {
    var builder = new ProcessBuilder("bash", "-c", command).directory(NpmClients.ROOT.toFile());
    var environment = builder.environment();
    environment.put(
        "COUNTERSIGN_URL", product().anonymous().base().toString().replaceAll("/$", ""));
    environment.put("AGENT_KEY", product().firstRun().agentKey());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the command ends");
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
