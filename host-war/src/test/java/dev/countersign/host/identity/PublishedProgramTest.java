package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.Drafts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python program in {@code docs/identity.md}: a second reading of the published format. */
class PublishedProgramTest {
  private static final Optional<IdentityClaim> CLAIM = Optional.of(Claims.example());

  @TempDir Path folder;

  @BeforeEach
  void python_can_verify() throws Exception {
    boolean able;
    try {
      able = run("python3", "-c", "import cryptography").exit() == 0;
    } catch (IOException e) {
      able = false;
    }
    assumeTrue(able, "python3 with cryptography is not installed: its verdict is left out");
  }

  @Test
  void the_published_program_accepts_our_mail_and_refuses_a_changed_one() throws Exception {
    SigningKeys keys = SignedMail.keys(folder);
    byte[] mail = SignedMail.bytes(SignedMail.draft(), CLAIM, keys);
    assertEquals(new Run(0, "verified"), verify(mail));
    assertEquals(
        new Run(0, "verified"),
        verify(SignedMail.bytes(SignedMail.draft(), Optional.empty(), keys)));
    String wire = new String(mail, StandardCharsets.ISO_8859_1);
    for (String changed :
        List.of(
            wire.replace("gated_send", "autonomous"),
            wire.replace("All **good**", "All **bad**"),
            wire.replace("copy@example.net", "kopy@example.net"),
            wire.replace("AQIDBA==", "AQIDBQ=="),
            "Reply-To: thief@example.com\r\n" + wire)) {
      assertEquals(new Run(1, "REFUSED"), verify(changed.getBytes(StandardCharsets.ISO_8859_1)));
    }
  }

  @Test
  void both_readings_of_the_format_agree_on_any_text() throws Exception {
    SigningKeys keys = SignedMail.keys(folder);
    for (Draft draft : Drafts.any().sampleStream().limit(20).toList()) {
      assertEquals(
          new Run(0, "verified"), verify(SignedMail.bytes(draft, CLAIM, keys)), draft.toString());
    }
  }

  @Test
  void the_published_script_accepts_both_signatures_with_openssl_and_refuses_each_changed_one()
      throws Exception {
    assumeTrue(isThere("openssl", "version") && isThere("jq", "--version"), "no openssl or no jq");
    SigningKeys keys = SignedMail.keys(folder);
    byte[] mail = SignedMail.bytes(SignedMail.draft(), CLAIM, keys);
    assertEquals(new Run(0, "verified"), verifyWithOpenssl(mail));
    assertEquals(
        new Run(0, "verified"),
        verifyWithOpenssl(SignedMail.bytes(SignedMail.draft(), Optional.empty(), keys)));
    String wire = new String(mail, StandardCharsets.ISO_8859_1);
    for (String changed :
        List.of(
            wire.replace("All **good**", "All **bad**"),
            wire.replaceFirst("X-MultiMail-Identity: e", "X-MultiMail-Identity: f"),
            wire.replace("AQIDBA==", "AQIDBQ=="))) {
      assertEquals(
          new Run(1, "REFUSED"), verifyWithOpenssl(changed.getBytes(StandardCharsets.ISO_8859_1)));
    }
    // The claim alone: the same message, signed anew by the tenant around a claim of somebody else.
    SigningKeys others = SignedMail.keys(folder.resolve("others"));
    String foreign =
        new String(
            SignedMail.bytes(SignedMail.draft(), CLAIM, others), StandardCharsets.ISO_8859_1);
    Files.copy(
        folder.resolve("others/public-keys/tenant-ten_01hdefghi.json"),
        folder.resolve("public-keys/tenant-ten_01hdefghi.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(
        new Run(1, "REFUSED"), verifyWithOpenssl(foreign.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private Run verifyWithOpenssl(byte[] mail) throws Exception {
    Files.writeString(folder.resolve("verify.py"), published("python"));
    Path script = Files.writeString(folder.resolve("verify.sh"), published("bash"));
    Path file = Files.write(folder.resolve("mail.eml"), mail);
    return run(
        "bash", script.toString(), file.toString(), folder.resolve("public-keys").toString());
  }

  private static boolean isThere(String... command) throws InterruptedException {
    try {
      return run(command).exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Run verify(byte[] mail) throws Exception {
    Path program = Files.writeString(folder.resolve("verify.py"), published("python"));
    Path file = Files.write(folder.resolve("mail.eml"), mail);
    return run(
        "python3", program.toString(), file.toString(), folder.resolve("public-keys").toString());
  }

  private static String published(String language) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "identity.md"));
    return Arrays.stream(page.split("```", -1))
        .filter(block -> block.startsWith(language + "\n"))
        .map(block -> block.substring(language.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output.strip().replaceFirst("(?s).*\n", ""));
  }

  /** How the program ended, and its last line. */
  record Run(int exit, String verdict) {}
}
