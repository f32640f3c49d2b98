package dev.countersign.conformance.audit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.audit.command.AuditCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, and what {@code docs/audit.md} shows of it. */
class AuditDocumentTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("countersign.root"), "docs", "audit.md");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private record Ran(int status, String output, String errors) {}

  @Test
  void the_output_in_the_document_is_what_is_printed() throws IOException {
    var world = new World();
    world.delivered();
    var ran = ran(world.log().export());
    assertEquals(0, ran.status(), ran.errors());
    assertTrue(Files.readString(DOCUMENT).contains("```\n" + ran.output() + "```\n"), ran.output());
  }

  @Test
  void a_changed_file_ends_with_one_and_no_file_with_two() throws IOException {
    var world = new World();
    world.delivered();
    var changed =
        new String(world.log().export(), StandardCharsets.UTF_8)
            .replaceFirst("\"req_7\"", "\"req_8\"")
            .getBytes(StandardCharsets.UTF_8);
    var found = ran(changed);
    var unable = run("--export", folder.resolve("none").toString(), "--log-key", keys());
    var unkeyed = run("--export", folder.resolve("export").toString());
    assertAll(
        () -> assertEquals(1, found.status(), found.errors()),
        () -> assertTrue(found.output().startsWith("NOT VERIFIED"), found.output()),
        () -> assertTrue(found.output().contains("signature_wrong"), found.output()),
        () -> assertTrue(Files.readString(folder.resolve("json")).contains("\"findings_total\"")),
        () -> assertEquals(2, unable.status(), unable.output()),
        () -> assertEquals(2, unkeyed.status(), unkeyed.output()),
        () -> assertTrue(unkeyed.errors().contains("--log-key"), unkeyed.errors()));
  }

  @Test
  void a_kept_checkpoint_notices_a_log_that_was_rewritten() throws IOException {
    var world = new World();
    world.delivered();
    var since = folder.resolve("since").toString();
    var export = Files.write(folder.resolve("first"), world.log().export()).toString();
    assertEquals(0, run("--export", export, "--log-key", keys(), "--since", since).status());
    world.sheets.removeLast();
    world.unheard();
    var other = Files.write(folder.resolve("second"), world.log().export()).toString();
    assertEquals(0, run("--export", other, "--log-key", keys()).status());
    var forked = run("--export", other, "--log-key", keys(), "--since", since);
    assertEquals(1, forked.status());
    assertTrue(forked.output().contains("log_forked"), forked.output());
  }

  private Ran ran(byte[] export) throws IOException {
    var file = Files.write(folder.resolve("export"), export).toString();
    var json = folder.resolve("json").toString();
    return run("--export", file, "--log-key", keys(), "--json", json);
  }

  private String keys() throws IOException {
    return Files.write(folder.resolve("keys"), WrittenLog.LOG.keys(WrittenLog.ORIGIN)).toString();
  }

  private static Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        AuditCommand.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        status,
        out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
        err.toString(StandardCharsets.UTF_8));
  }
}
