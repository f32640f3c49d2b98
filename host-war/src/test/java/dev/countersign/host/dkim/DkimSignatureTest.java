package dev.countersign.host.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.mail.Composer;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.Drafts;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Rfc5322;
import dev.countersign.host.mail.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verdict is that of Debian's {@code python3-dkim}, which asks the test instead of the DNS. It
 * needs {@code python3-nacl} for Ed25519.
 */
class DkimSignatureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_773_750_600);
  private static final String PROGRAM =
      """
      import json, sys
      import dkim
      records = json.load(open(sys.argv[1]))
      def dns(name, timeout=5):
          return records.get((name.decode() if isinstance(name, bytes) else name).rstrip(".")).encode()
      for file in sys.argv[2:]:
          message = open(file, "rb").read()
          verdicts = []
          for index in (0, 1):
              try:
                  verdicts.append(dkim.DKIM(message, minkey=2048).verify(idx=index, dnsfunc=dns))
              except dkim.DKIMException:
                  verdicts.append(False)
          print(*verdicts)
      """;

  private static final String SELECTOR = "cstest";

  @TempDir Path folder;
  private String published = "";

  @BeforeEach
  void the_other_verifier_is_here() throws Exception {
    assumeTrue(
        run("/usr/bin/python3", "-c", "import dkim, nacl.signing").exit() == 0,
        "python3-dkim and python3-nacl are not installed: their verdict is left out");
  }

  @Test
  void both_signatures_on_any_mail_verify_by_the_records_that_are_shown() throws Exception {
    List<Draft> drafts = Drafts.any().sampleStream().limit(25).toList();
    List<byte[]> signed = new ArrayList<>();
    for (Draft draft : drafts) {
      signed.add(signed(draft));
    }
    assertEquals("True True\n".repeat(drafts.size()), verdicts(signed));
  }

  @Test
  void a_change_of_what_is_covered_breaks_both() throws Exception {
    Draft draft = Drafts.any().sample();
    String wire = new String(signed(draft), StandardCharsets.ISO_8859_1);
    List<byte[]> changed =
        List.of(
            bytes("X-AI-Generated: true\r\n" + wire),
            bytes("X-MultiMail-Identity: abc.def\r\n" + wire),
            bytes("From: other@example.com\r\n" + wire),
            bytes("Reply-To: thief@example.com\r\n" + wire),
            bytes(wire.replaceFirst("Date: ", "Date: X")),
            bytes(wire + "one more line\r\n"));
    assertEquals("False False\n".repeat(changed.size()), verdicts(changed));
  }

  @Test
  void relays_may_fold_and_space_what_they_like() throws Exception {
    Draft draft = Drafts.any().sample();
    String wire = new String(signed(draft), StandardCharsets.ISO_8859_1);
    List<byte[]> relayed =
        List.of(
            bytes("Received: from a by b;\r\n\tTue, 17 Mar 2026 12:30:01 +0000\r\n" + wire),
            bytes(wire.replaceFirst("Date: ", "DATE:   ")),
            bytes(wire + "\r\n\r\n"));
    assertEquals("True True\n".repeat(relayed.size()), verdicts(relayed));
  }

  @Test
  void no_line_is_longer_than_mail_allows() throws Exception {
    String wire = new String(signed(Drafts.any().sample()), StandardCharsets.ISO_8859_1);
    String head = wire.substring(0, wire.indexOf("\r\n\r\n"));
    List<String> lines = head.substring(head.indexOf("DKIM-Signature:")).lines().limit(20).toList();
    assertTrue(lines.stream().allMatch(line -> line.length() <= 78), lines.toString());
  }

  private byte[] signed(Draft draft) throws Exception {
    String domain = draft.from().domain();
    if (published.isEmpty() || !published.contains("._domainkey." + domain)) {
      publish(domain);
    }
    var id = MessageId.of("01J00000000000000000000000", draft.from());
    var mail = Composer.compose(draft, new Stamp(id, NOW, true, Optional.empty())).message();
    mail.addHeader("X-AI-Generated", "true");
    mail.addHeader("X-MultiMail-Identity", "abc.def");
    DomainSigning.sign(mail, domain, SELECTOR, keys(), NOW);
    return Rfc5322.bytes(mail);
  }

  private void publish(String domain) {
    for (DkimAlgorithm algorithm : DkimAlgorithm.values()) {
      var key = algorithm.published(keys().make(domain, SELECTOR, algorithm));
      var record = DnsRecord.of(domain, SELECTOR, algorithm, key);
      published +=
          (published.isEmpty() ? "" : ",") + quoted(record.name()) + ":" + quoted(record.value());
    }
  }

  private DkimKeys keys() {
    var store = KeyStoreFile.in(folder, "dkim", Optional.of("secret"));
    return new DkimKeys(store, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** {@return a line for each message, with a word for each of its two signatures} */
  private String verdicts(List<byte[]> messages) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3"));
    command.add(Files.writeString(folder.resolve("verify.py"), PROGRAM).toString());
    command.add(Files.writeString(folder.resolve("dns.json"), "{" + published + "}").toString());
    for (byte[] message : messages) {
      command.add(Files.write(Files.createTempFile(folder, "mail", ".eml"), message).toString());
    }
    return run(command.toArray(String[]::new)).output();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private record Run(int exit, String output) {}
}
