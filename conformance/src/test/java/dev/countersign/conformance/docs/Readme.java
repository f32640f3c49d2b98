package dev.countersign.conformance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's own lines, run as they stand there. */
public interface Readme extends OnProduct {
  Pattern MAIN_JOB = Pattern.compile("## The main job.*?```sh\n(.*?)```", Pattern.DOTALL);
  Pattern MAIL_ID = Pattern.compile("em_[0-9A-Z]{26}");

  @Test
  default void the_main_job_in_the_readme_sends_lists_and_approves()
      throws IOException, InterruptedException {
    var commands = commands();
    assertEquals(4, commands.size(), "the environment, send, list, decide");
    var sent = run(commands.get(1));
    assertTrue(sent.contains("\"status\":\"pending_scan\""), sent);
    var id = found(MAIL_ID, sent);
    product().awaitStatus(id, "pending_send_approval");
    var pending = id.replace("em_", "pend_");
    var queue = run(commands.get(2));
    assertTrue(queue.contains(pending), queue);
    var decided = run(commands.get(3).replace("pend_…", pending));
    assertTrue(decided.contains("\"status\":\"approved"), decided);
    product().awaitStatus(id, "sent");
    product().mail().onlyMailFor("bob@example.org");
  }

  /** One a list entry; a command goes on while its lines end in a backslash. */
  private static List<String> commands() throws IOException {
    var root = Path.of(System.getProperty("countersign.root"));
    var block = MAIN_JOB.matcher(Files.readString(root.resolve("README.md")));
    assertTrue(block.find(), "the README shows the main job");
    return List.of(block.group(1).strip().split("(?<!\\\\)\n"));
  }

  private static String found(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    assertTrue(match.find(), text);
    return match.group();
  }

  private String run(String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.put(
        "COUNTERSIGN_URL", product().anonymous().base().toString().replaceAll("/$", ""));
    environment.put("AGENT_KEY", product().firstRun().agentKey());
    environment.put("OVERSIGHT_KEY", product().firstRun().oversightKey());
    environment.put("MAILBOX_ADDRESS", product().firstRun().mailboxAddress());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the command ends");
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
