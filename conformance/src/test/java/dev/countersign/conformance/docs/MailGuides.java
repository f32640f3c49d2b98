package dev.countersign.conformance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Letters;
import dev.countersign.conformance.running.OnProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sample of the pages about sending and answering, run as it stands there. */
public interface MailGuides extends OnProduct {
  Pattern SAMPLE = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  default void the_samples_about_sending_succeed(@TempDir Path folder) throws Exception {
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "send_at", "2037-02-01T09:00:00Z");
    var scheduled =
        product().send(Drafts.with(draft, "gate_timing", "schedule_first")).expecting(202);
    product().awaitStatus(scheduled.text("id"), "scheduled");
    var said = run(folder, "sending.md", Map.of("SCHEDULED_ID", scheduled.text("id")));
    assertEquals(6, said.size());
    assertTrue(said.getFirst().contains("\"status\":\"pending_scan\""), said::toString);
    assertTrue(said.get(4).contains("\"status\":\"cancelled\""), said::toString);
    assertTrue(said.getLast().contains("\"subject\":\"Findings\""), said::toString);
  }

  @Test
  default void the_samples_about_answering_succeed(@TempDir Path folder) throws Exception {
    var id = Letters.from(Drafts.somebody()).with("plan.pdf", "a plan").received(product());
    var thread = product().read(id).text("thread_id");
    var said = run(folder, "threads-and-replies.md", Map.of("EMAIL_ID", id, "THREAD_ID", thread));
    assertEquals(10, said.size());
    assertTrue(said.getFirst().contains(thread), said::toString);
    assertEquals("a plan", Files.readString(folder.resolve("plan.pdf")).strip());
    assertTrue(said.get(3).contains("\"expires_in\":3600"), said::toString);
    assertTrue(said.getLast().contains("\"user_label\":\"not_spam\""), said::toString);
  }

  /** {@return what each command of a page said, in order} */
  private List<String> run(Path folder, String page, Map<String, String> names)
      throws IOException, InterruptedException {
    var root = Path.of(System.getProperty("countersign.root", ".."));
    var samples = SAMPLE.matcher(Files.readString(root.resolve("docs").resolve(page)));
    List<String> said = new ArrayList<>();
    while (samples.find()) {
      for (var command : samples.group(1).strip().split("(?<!\\\\)\n", -1)) {
        said.add(said(folder, command, names));
      }
    }
    return said;
  }

  private String said(Path folder, String command, Map<String, String> names)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    var environment = builder.environment();
    environment.putAll(names);
    environment.put(
        "COUNTERSIGN_URL", product().anonymous().base().toString().replaceAll("/$", ""));
    environment.put("AGENT_KEY", product().firstRun().agentKey());
    environment.put("ADMIN_KEY", product().firstRun().adminKey());
    environment.put("MAILBOX_ID", product().firstRun().mailboxId());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the command ends");
    assertEquals(0, process.exitValue(), command + "\n" + output);
    return output;
  }
}
