package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Programs;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.verify.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;

/** The page's modules, run by Node, and the server come to the same verdict on every message. */
class AgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Sender SENDER = Sender.inNewFolder();
  private static final int UNTOUCHED = 300;

  /** Another third of the mutations in each build. */
  private static final int EVERY = 3;

  private final Path folder = newFolder();

  @Example
  void page_and_server_come_to_the_same_verdict() throws Exception {
    Programs.needed("node", "--version");
    var part = ReportPart.begin("identity-agreement");
    List<Wire> corpus = new ArrayList<>();
    long seed = new Random().nextLong();
    int at = (int) Math.floorMod(seed, (long) EVERY);
    for (MutatedMail mail : MutatedMail.all(SENDER)) {
      corpus.add(mail.signed());
      for (; at < mail.mutations().size(); at += EVERY) {
        corpus.add(mail.mutations().get(at).wire());
      }
      at -= mail.mutations().size();
    }
    Samples.unicode(seed, UNTOUCHED).forEach(draft -> corpus.add(SENDER.wire(draft, true)));
    long verified = agreeing(PublishedKeySet.of(SENDER), corpus, seed);
    assertTrue(verified >= UNTOUCHED, verified + " verified");
    part.count("messages", corpus.size()).count("of them verified", verified).fact("seed", seed);
    part.count("sets of keys", 1 + agreeingOnKeys()).passed();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("agreement");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int agreeingOnKeys() throws Exception {
    var mails = MutatedMail.all(SENDER).stream().map(MutatedMail::signed).toList();
    var now = Instant.now().getEpochSecond();
    var changes =
        List.of(
            Map.of("revoked", (Object) (now - 5), "revocation_reason", "stolen"),
            Map.<String, Object>of("retired", now),
            Map.<String, Object>of("retired", now - 86_400),
            Map.<String, Object>of("nbf", now + 86_400),
            Map.<String, Object>of("owner", "service"));
    for (Map<String, Object> change : changes) {
      agreeing(changed(change), mails, 0);
    }
    return changes.size();
  }

  private String changed(Map<String, Object> members) throws Exception {
    var keys = JSON.readTree(PublishedKeySet.of(SENDER));
    for (JsonNode key : keys.path("keys")) {
      members.forEach((name, value) -> ((ObjectNode) key).putPOJO(name, value));
    }
    return JSON.writeValueAsString(keys);
  }

  /** {@return how many of the messages verify} */
  private long agreeing(String keys, List<Wire> corpus, long seed) throws Exception {
    var parsed = JwkSet.parse(keys, new KeyOwner.Service());
    var theirs = verdicts(keys, corpus);
    assertEquals(corpus.size(), theirs.size());
    long verified = 0;
    for (int i = 0; i < corpus.size(); i++) {
      var wire = corpus.get(i);
      var ours = new Verdict(IdentityVerification.verify(wire.bytes(), parsed));
      assertEquals(
          JSON.readTree(ours.json().toString()),
          theirs.get(i),
          () -> "server and page differ (seed " + seed + ") on\n" + wire.text());
      verified += ours.isVerified() ? 1 : 0;
    }
    return verified;
  }

  private List<JsonNode> verdicts(String keys, List<Wire> corpus) throws Exception {
    var lines =
        corpus.stream().map(wire -> Base64.getEncoder().encodeToString(wire.bytes())).toList();
    var messages = Files.write(folder.resolve("messages.txt"), lines);
    var keyFile = Files.writeString(folder.resolve("keys.json"), keys);
    var output = folder.resolve("verdicts.txt");
    var process =
        new ProcessBuilder(
                "node",
                ROOT.resolve("conformance/src/test/resources/identity/verdicts.mjs").toString(),
                ROOT.resolve("host-war/src/main/resources/verify").toRealPath().toString(),
                keyFile.toString(),
                messages.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor());
    List<JsonNode> verdicts = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      verdicts.add(JSON.readTree(line));
    }
    return verdicts;
  }
}
