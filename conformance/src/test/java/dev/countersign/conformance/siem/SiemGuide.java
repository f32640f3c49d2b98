package dev.countersign.conformance.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/siem.md, run as they stand there. */
public interface SiemGuide extends OnProduct {
  @Test
  default void the_samples_of_asking_and_exporting_do_what_they_say(@TempDir Path folder)
      throws Exception {
    assertTrue(run(folder, commands("Ask").getFirst(), "").contains("\"entries\":["));
    var export = commands("Export");
    Waiting.until(
        "an entry of a submission can be exported",
        () -> csv(folder, export.getFirst()),
        lines -> lines.size() > 1);
    assertTrue(csv(folder, export.getFirst()).getFirst().startsWith("\"log_index\",\"id\""));
    var ocsf = run(folder, export.get(1), "");
    assertTrue(ocsf.contains("\"class_uid\":"), ocsf);
    assertTrue(
        Files.readString(folder.resolve("headers.txt")).contains("X-Countersign-Next-Position: "));
  }

  @Test
  default void the_samples_of_streaming_do_what_they_say(@TempDir Path folder) throws Exception {
    var commands = commands("Stream");
    assertEquals(5, commands.size(), "make, list, deliveries, replay, delete");
    var made = run(folder, commands.getFirst(), "");
    assertTrue(made.contains("\"signing_secret\":\"whsec_"), made);
    var id = Pattern.compile("wh_[0-9A-Z]{26}").matcher(made);
    assertTrue(id.find(), made);
    assertTrue(run(folder, commands.get(1), "").contains(id.group()));
    assertTrue(run(folder, commands.get(2), "").startsWith("{\"deliveries\":["));
    var replayed = run(folder, commands.get(3), id.group());
    assertTrue(replayed.contains("\"position\":0"), replayed);
    assertTrue(run(folder, commands.get(4), id.group()).contains("\"status\":\"deleted\""));
  }

  private List<String> csv(Path folder, String command) {
    try {
      run(folder, command, "");
      return Files.readString(folder.resolve("ledger.csv")).lines().toList();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** One a list entry; a command goes on while its lines end in a backslash. */
  private static List<String> commands(String heading) throws IOException {
    return List.of(block(heading, "sh").strip().split("(?<!\\\\)\n"));
  }

  /** {@return the first block in this language under a heading of the guide} */
  static String block(String heading, String language) throws IOException {
    var guide = Path.of(System.getProperty("countersign.root", "..")).resolve("docs/siem.md");
    var block =
        Pattern.compile(
                "^## " + heading + "$.*?^```" + language + "\n(.*?)^```$",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(guide));
    assertTrue(block.find(), "docs/siem.md has a sample under " + heading);
    return block.group(1);
  }

  private String run(Path folder, String command, String webhook)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    var environment = builder.environment();
    environment.put(
        "COUNTERSIGN_URL", product().anonymous().base().toString().replaceAll("/$", ""));
    environment.put("ADMIN_KEY", product().firstRun().adminKey());
    environment.put("SIEM_URL", "https://127.0.0.1:9/hook");
    environment.put("WEBHOOK", webhook);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the command ends");
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
