package dev.countersign.conformance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick starts' lines and the clients' samples, run as they stand there. */
public interface QuickStarts extends OnProduct {
  Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

  @Test
  default void the_operators_lines_make_a_mailbox_and_a_key_and_stop_the_mailbox(
      @TempDir Path folder) throws Exception {
    var said = shell(folder, "quick-start-operator.md");
    assertTrue(
        said.matches("(?s)mm_live_\\S+\ngated_all\ntrue\nfalse\n(\\S+ \\S+ \\S+ \\S+\n){5}"), said);
  }

  @Test
  default void the_agents_lines_send_look_and_take_back(@TempDir Path folder) throws Exception {
    var said = shell(folder, "quick-start-agent.md");
    assertTrue(
        said.matches("(?s)pending_(scan|send_approval)\n(outbound|inbound) .*\ncancelled\n"), said);
  }

  @Test
  default void the_approvers_lines_approve_exactly_what_waits(@TempDir Path folder)
      throws Exception {
    var recipient = Drafts.somebody();
    product().sendAndAwaitHold(Drafts.to(recipient));
    var said = shell(folder, "quick-start-approver.md");
    assertTrue(said.contains(" to " + recipient + ": "), said);
    assertTrue(said.contains("\napproved"), said);
  }

  @Test
  default void the_auditors_lines_show_what_runs_and_fetch_the_package(@TempDir Path folder)
      throws Exception {
    Programs.needed("unzip", "-v");
    var said = shell(folder, "quick-start-auditor.md");
    assertTrue(said.matches("(?s)\\w+\n[0-9a-f]{64}\n[1-9]\\d*\n.*index.html.*"), said);
  }

  @Test
  default void the_sample_in_python_sends_and_lists(@TempDir Path folder) throws Exception {
    var first = product().firstRun();
    var names =
        "AGENT_KEY=%s\nOVERSIGHT_KEY=%s\nMAILBOX=%s\n"
            .formatted(
                "'" + first.agentKey() + "'",
                "'" + first.oversightKey() + "'",
                "'" + first.mailboxAddress() + "'");
    var file = folder.resolve("sample.py");
    Files.writeString(file, names + blocks(PYTHON, "clients.md").getFirst());
    assertTrue(run(folder, "python3 sample.py").startsWith("pending_scan\n"));
  }

  private String shell(Path folder, String page) throws IOException, InterruptedException {
    Programs.needed("jq", "--version");
    var lines = blocks(SHELL, page).stream().collect(Collectors.joining("\n"));
    return run(folder, "set -e -o pipefail\n" + lines);
  }

  private static List<String> blocks(Pattern pattern, String page) throws IOException {
    var root = Path.of(System.getProperty("countersign.root"));
    var text = Files.readString(root.resolve("docs").resolve(page));
    var blocks = pattern.matcher(text).results().map(block -> block.group(1)).toList();
    assertTrue(!blocks.isEmpty(), page + " has samples");
    return blocks;
  }

  private String run(Path folder, String script) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
    builder.directory(folder.toFile());
    var variables = builder.environment();
    var address = product().anonymous().base().toString().replaceAll("/$", "");
    variables.put("COUNTERSIGN_URL", address);
    variables.put("MULTIMAIL_URL", address);
    var clients = Path.of(System.getProperty("countersign.root"), "conformance", "clients");
    variables.put("PYTHONPATH", clients.resolve("python").toString());
    variables.put("PYTHONDONTWRITEBYTECODE", "1");
    variables.put("ADMIN_KEY", product().firstRun().adminKey());
    variables.put("AGENT_KEY", product().firstRun().agentKey());
    variables.put("OVERSIGHT_KEY", product().firstRun().oversightKey());
    variables.put("MAILBOX_ID", product().firstRun().mailboxId());
    variables.put("MAILBOX_ADDRESS", product().firstRun().mailboxAddress());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the script ends");
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
