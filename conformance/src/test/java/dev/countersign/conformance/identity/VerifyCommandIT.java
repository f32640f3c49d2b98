package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./countersign verify} as people type it; what it says of messages has tests of its own.
 */
@Tag("one-database")
class VerifyCommandIT {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root"));

  @TempDir Path folder;

  @Test
  void a_good_message_ends_with_zero_and_a_changed_one_with_one() throws Exception {
    var sender = Sender.inNewFolder();
    var keys = sender.publishedKeys().toString();
    var signed = sender.wire(Samples.shapes().get(3), true);
    var good = Files.write(folder.resolve("good.eml"), signed.bytes());
    var changed =
        Files.write(
            folder.resolve("bad.eml"),
            signed.replacing("Bericht", "Bescheid").onTop("Cc: x@y.example").bytes());
    var verified = run(good.toString(), "--keys", keys);
    var refused = run(changed.toString(), "--keys", keys);
    assertAll(
        () -> assertEquals(0, verified.status(), verified.errors()),
        () -> assertTrue(verified.output().startsWith("VERIFIED"), verified.output()),
        () -> assertEquals(1, refused.status(), refused.errors()),
        () -> assertTrue(refused.output().startsWith("NOT VERIFIED"), refused.output()));
  }

  @Test
  void a_message_without_identity_ends_with_one_and_takes_keys_from_the_data_folder()
      throws Exception {
    Files.createDirectories(folder.resolve("public-keys"));
    var mail = Files.writeString(folder.resolve("mail.eml"), "From: a@b.example\n\nHi\n");
    var outcome = run(mail.toString());
    assertAll(
        () -> assertEquals(1, outcome.status(), outcome.errors()),
        () -> assertTrue(outcome.output().startsWith("NOT SIGNED"), outcome.output()));
  }

  @Test
  void without_keys_or_message_it_ends_with_two_and_one_sentence() throws Exception {
    var mail = Files.writeString(folder.resolve("mail.eml"), "From: a@b.example\n\nHi\n");
    for (var outcome : List.of(run(mail.toString()), run(), run("--no-such-option"))) {
      assertAll(
          () -> assertEquals(2, outcome.status(), outcome.output()),
          () -> assertEquals(1, outcome.errors().lines().count(), outcome.errors()),
          () -> assertTrue(outcome.errors().startsWith("countersign: "), outcome.errors()));
    }
  }

  @Test
  void help_tells_the_options() throws Exception {
    var outcome = run("--help");
    assertEquals(0, outcome.status());
    assertTrue(outcome.output().contains("--keys PLACE"), outcome.output());
  }

  /** What a finished run left: its status and its two streams. */
  private record Outcome(int status, String output, String errors) {}

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(ROOT.resolve("countersign").toString(), "verify"));
    command.addAll(List.of(arguments));
    var output = folder.resolve("output.txt");
    var errors = folder.resolve("errors.txt");
    var builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("COUNTERSIGN_DATA", folder.toString());
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readString(output), Files.readString(errors));
  }
}
