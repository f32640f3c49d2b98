package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines of docs/accounts.md, run as they stand there. */
public interface AccountsGuide extends OnProduct {
  Pattern SAMPLES = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  default void every_sample_about_accounts_does_what_it_says()
      throws IOException, InterruptedException {
    var expected =
        List.of(
            "\"plan\":\"self_hosted\"",
            "\"physical_address\":\"1 Main Street, Springfield\"",
            "\"breakdown\":\"daily\"",
            "\"email_address\":\"ann@example.org\"",
            "\"suppressions\":[",
            "\"deleted\":true",
            "\"email\":\"bob@example.org\"",
            "\"name\":\"Bob Bobson\"",
            "\"pattern\":\"*@example.org\"");
    var commands = commands();
    assertEquals(expected.size(), commands.size());
    for (int i = 0; i < commands.size(); i++) {
      var output = run(commands.get(i));
      assertTrue(output.contains(expected.get(i)), commands.get(i) + "\n" + output);
    }
  }

  /** In order; a command goes on while its lines end in a backslash. */
  private static List<String> commands() throws IOException {
    var guide = Path.of(System.getProperty("countersign.root")).resolve("docs/accounts.md");
    return SAMPLES
        .matcher(Files.readString(guide))
        .results()
        .map((MatchResult sample) -> sample.group(1).strip())
        .flatMap(sample -> Stream.of(sample.split("(?<!\\\\)\n")))
        .toList();
  }

  private String run(String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    var environment = builder.environment();
    var first = product().firstRun();
    environment.put(
        "COUNTERSIGN_URL", product().anonymous().base().toString().replaceAll("/$", ""));
    environment.put("AGENT_KEY", first.agentKey());
    environment.put("ADMIN_KEY", first.adminKey());
    environment.put("MAILBOX_ID", first.mailboxId());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the command ends");
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
