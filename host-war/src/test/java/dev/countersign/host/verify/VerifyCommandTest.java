package dev.countersign.host.verify;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.host.identity.SignedSamples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir Path folder;
  private SignedSamples samples;
  private Path mail;

  @BeforeEach
  void sign_a_message() throws Exception {
    samples = SignedSamples.in(folder.resolve("data"));
    mail = Files.write(folder.resolve("mail.eml"), samples.disclosed());
  }

  @Test
  void a_good_message_ends_with_zero_and_says_who_for_whom_and_how() {
    Outcome outcome = verify(mail, samples.publishedKeys());
    assertAll(
        () -> assertEquals(0, outcome.status(), outcome.errors()),
        () -> assertTrue(outcome.output().startsWith("VERIFIED"), outcome.output()),
        () -> assertTrue(outcome.output().contains("agent_01HABC9ZDEF")),
        () -> assertTrue(outcome.output().contains("ten_01HDEFGHI")),
        () -> assertTrue(outcome.output().contains("gated_send")),
        () -> assertTrue(outcome.output().matches("(?s).*written by AI +yes.*")),
        () -> assertEquals("", outcome.errors()));
  }

  @Test
  void a_message_without_disclosure_verifies_and_says_so() throws Exception {
    Path plain = Files.write(folder.resolve("plain.eml"), samples.undisclosed());
    Outcome outcome = verify(plain, samples.publishedKeys());
    assertEquals(0, outcome.status());
    assertTrue(outcome.output().matches("(?s).*written by AI +not disclosed.*"), outcome.output());
  }

  @Test
  void a_changed_message_ends_with_one_and_the_claim_is_told_apart() throws Exception {
    String text = Files.readString(mail, StandardCharsets.ISO_8859_1);
    Path changed = folder.resolve("changed.eml");
    Files.writeString(
        changed,
        text.replace("\r\nSubject: ", "\r\nSubject: [list] "),
        StandardCharsets.ISO_8859_1);
    Outcome outcome = verify(changed, samples.publishedKeys());
    assertAll(
        () -> assertEquals(1, outcome.status()),
        () -> assertTrue(outcome.output().startsWith("NOT VERIFIED"), outcome.output()),
        () -> assertTrue(outcome.output().contains("[signature_invalid]")),
        () -> assertTrue(outcome.output().contains("The claim in it is genuine")));
  }

  @Test
  void an_unsigned_message_ends_with_one() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain.eml"), "From: a@b.example\n\nHi\n");
    Outcome outcome = verify(plain, samples.publishedKeys());
    assertEquals(1, outcome.status());
    assertTrue(outcome.output().startsWith("NOT SIGNED"));
  }

  @Test
  void the_verdict_for_programs_is_json() {
    Outcome outcome = verify(mail, samples.publishedKeys(), "--json");
    assertTrue(
        outcome.output().startsWith("{\"verdict\":\"verified\",\"agent_id\":"), outcome.output());
    assertEquals(1, outcome.output().strip().lines().count());
  }

  @Test
  void keys_may_be_one_file_or_an_address_on_this_machine() throws Exception {
    String all = samples.allKeys();
    Path file = Files.writeString(folder.resolve("keys.json"), all);
    assertEquals(0, verify(mail, file.toString()).status());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer = all.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertEquals(0, verify(mail, base + "/keys").status());
      assertUnable(verify(mail, base + "/none"), "status 404");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void what_cannot_be_told_ends_with_two_and_one_sentence() throws Exception {
    String keys = samples.publishedKeys();
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"keys\":[{\"kty\":\"RSA\"}]}");
    Path large = folder.resolve("large.eml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }
    assertUnable(verify(folder.resolve("none.eml"), keys), "there is no file");
    assertUnable(verify(mail, folder.resolve("nowhere").toString()), "there are no keys");
    assertUnable(verify(mail, bad.toString()), "not a JWK Set");
    assertUnable(verify(mail, large.toString()), "larger than 1 MiB");
    assertUnable(verify(large, keys), "larger than 64 MiB");
    assertUnable(verify(mail, "http://keys.example/all"), "https://");
    assertUnable(run("--keys", keys), "name one file");
    assertUnable(run("--keys", keys, "a", "b"), "is not understood");
    assertUnable(run("--keys", keys, "--force", "a"), "is not understood");
  }

  @Test
  void a_signed_name_plays_no_tricks_on_the_terminal() throws Exception {
    Path sly = Files.write(folder.resolve("sly.eml"), samples.by("acme\u001b[2J\u202egpj.exe"));
    Outcome outcome = verify(sly, samples.publishedKeys());
    assertEquals(0, outcome.status());
    assertTrue(outcome.output().contains("acme\\u{1b}[2J\\u{202e}gpj.exe"), outcome.output());
    assertFalse(outcome.output().contains("\u001b"));
  }

  private static void assertUnable(Outcome outcome, String words) {
    assertAll(
        () -> assertEquals(2, outcome.status(), outcome.output()),
        () -> assertEquals("", outcome.output()),
        () -> assertEquals(1, outcome.errors().strip().lines().count(), outcome.errors()),
        () -> assertTrue(outcome.errors().contains(words), outcome.errors()));
  }

  private static Outcome verify(Path mail, String keys, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "--keys";
    arguments[1] = keys;
    arguments[2] = mail.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  private static Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        VerifyCommand.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** How the command ended and what it said. */
  private record Outcome(int status, String output, String errors) {}
}
