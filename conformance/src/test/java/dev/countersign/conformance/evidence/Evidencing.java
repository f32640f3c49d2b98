package dev.countersign.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Programs;
import dev.countersign.host.evidence.archive.EvidenceCheck;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluation package says what is true of the server that it came from. */
public interface Evidencing extends OnProduct {
  Path WAR = Path.of(System.getProperty("countersign.war", ""));

  @Test
  default void the_package_says_what_the_running_server_says() {
    var evidence = FetchedPackage.of(product());
    var anonymous = product().anonymous();
    assertAll(
        () ->
            assertEquals(
                anonymous.get("/.well-known/countersign-keys.json").expecting(200).body(),
                evidence.text("signing/countersign-keys.json")),
        () ->
            assertEquals(
                anonymous.get("/v1/proof-status").expecting(200).json(),
                evidence.json("proofs/proof-status.json")),
        () -> assertEquals("index.html", evidence.files().keySet().iterator().next()));
  }

  @Test
  default void the_package_says_how_far_the_judging_of_domains_reached() {
    var domain = "e" + Drafts.somebody().substring(1, 9) + ".example";
    var word =
        Map.of(
            "verdict",
            "blocked",
            "reason",
            "for this test",
            "expires_at",
            Instant.now().plusSeconds(3600).toString());
    product().admin().put("/v1/domains/overrides/" + domain, word).expecting(200);
    var before = FetchedPackage.of(product()).json("domains/coverage.json").path("reach");
    product().send(Drafts.to("x@" + domain)).expecting(422);
    var after = FetchedPackage.of(product()).json("domains/coverage.json").path("reach");
    for (var count : List.of("messages", "judged", "blocked", "domains")) {
      assertTrue(before.path(count).asLong() < after.path(count).asLong(), count + after);
    }
    var said = product().admin().get("/v1/domains/coverage").expecting(200).json();
    assertAll(
        () -> assertEquals(12, after.path("signals_on").size() + after.path("signals_off").size()),
        () -> assertEquals(said.path("signals_off"), after.path("signals_off")),
        () -> assertEquals(said.path("sources"), after.path("sources")));
  }

  @Test
  default void the_list_of_components_is_what_the_archive_carries() throws Exception {
    var listed = new TreeMap<String, String>();
    for (JsonNode component :
        FetchedPackage.of(product()).json("build/sbom.cdx.json").path("components")) {
      listed.put(
          component.path("name").asText() + "-" + component.path("version").asText() + ".jar",
          sha256(component));
    }
    assertEquals(libraries(), listed);
  }

  /** File name to SHA-256 of what lies in WEB-INF/lib. */
  private static Map<String, String> libraries() throws Exception {
    var found = new TreeMap<String, String>();
    try (var war = new ZipFile(WAR.toFile())) {
      for (var entry : war.stream().filter(each -> each.getName().endsWith(".jar")).toList()) {
        byte[] bytes = war.getInputStream(entry).readAllBytes();
        found.put(
            entry.getName().substring(entry.getName().lastIndexOf('/') + 1),
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      }
    }
    return found;
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    return "none";
  }

  @Test
  default void the_proofs_in_the_package_are_those_of_the_running_server() {
    var evidence = FetchedPackage.of(product());
    var hashes = new TreeMap<String, String>();
    evidence
        .json("manifest.json")
        .path("files")
        .properties()
        .forEach(file -> hashes.put(file.getKey(), file.getValue().asText()));
    var files = product().anonymous().get("/v1/proof-status").json().path("proof_files");
    assertFalse(files.isEmpty());
    files
        .properties()
        .forEach(
            file ->
                assertEquals(
                    file.getValue().asText(),
                    hashes.get("proofs/" + file.getKey()),
                    file.getKey()));
  }

  @Test
  default void every_piece_of_evidence_that_the_map_names_is_in_the_package() {
    var evidence = FetchedPackage.of(product());
    var page = evidence.text("index.html");
    var missing = new TreeSet<String>();
    for (JsonNode duty : evidence.json("regulation/map.json")) {
      assertFalse(duty.path("remains").asText().isBlank());
      for (JsonNode named : duty.path("evidence")) {
        String path = named.asText();
        boolean there =
            path.startsWith("index.html#")
                ? page.contains("id=\"" + path.substring(path.indexOf('#') + 1) + "\"")
                : evidence.files().containsKey(path);
        if (!there) {
          missing.add(path);
        }
      }
    }
    // Only a build that ./countersign test has checked has a report of that.
    missing.remove("conformance/report.json");
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  default void openssl_verifies_the_manifest_as_the_page_says(@TempDir Path folder)
      throws Exception {
    Programs.needed("openssl", "version");
    var evidence = FetchedPackage.of(product());
    evidence.unpackedTo(folder);
    String key = evidence.json("manifest.json").path("key").asText();
    String line =
        "openssl dgst -sha256 -verify signing/"
            + key
            + ".pem"
            + "   -signature manifest.json.sig manifest.json";
    var page = evidence.text("index.html").replace("\\\n", "");
    assertTrue(page.contains(line), page);
    assertEquals(0, shell(folder, line));
    Files.writeString(folder.resolve("manifest.json"), " ", StandardOpenOption.APPEND);
    assertEquals(1, shell(folder, line));
  }

  @Test
  default void a_flipped_byte_in_any_file_is_noticed() {
    var evidence = FetchedPackage.of(product());
    var keys =
        JwkSet.parse(
            product().anonymous().get("/.well-known/countersign-keys.json").body(),
            new KeyOwner.Service());
    assertEquals(List.of(), EvidenceCheck.of(evidence.bytes(), keys).faults());
    int from = 0;
    for (var file : evidence.files().entrySet()) {
      byte[] changed = evidence.bytes().clone();
      from = indexOf(changed, file.getValue(), from);
      changed[from + file.getValue().length / 2] ^= 1;
      assertFalse(EvidenceCheck.of(changed, keys).passed(), file.getKey());
    }
  }

  private static int indexOf(byte[] where, byte[] what, int from) {
    for (int i = from; i + what.length <= where.length; i++) {
      if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new AssertionError("a file of the archive is not in it");
  }

  @Test
  default void the_command_fetches_and_checks_and_notices_a_changed_file(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("evidence.zip");
    // Elsewhere than on this machine the command wants https.
    var url = "http://127.0.0.1:" + product().anonymous().base().getPort();
    var keys = folder.resolve("keys.json");
    Files.writeString(keys, product().anonymous().get("/.well-known/countersign-keys.json").body());
    int fetched = command("--url", url, "--out", file.toString());
    int checked = command("--check", file.toString(), "--keys", keys.toString());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 4;
    Files.write(file, bytes);
    int changed = command("--check", file.toString(), "--keys", keys.toString());
    assertAll(
        () -> assertEquals(0, fetched),
        () -> assertEquals(0, checked),
        () -> assertEquals(1, changed),
        () -> assertEquals(2, command("--check", folder.resolve("none.zip").toString())),
        () ->
            assertEquals(
                2, command("--url", url, "--key", "mm_live_wrong", "--out", file.toString())));
  }

  private int command(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("countersign.root"), "countersign").toString());
    command.add("evidence");
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ADMIN_KEY", product().firstRun().adminKey());
    return builder.start().waitFor();
  }

  private static int shell(Path folder, String line) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  default void nothing_of_anybodys_mail_and_no_secret_is_in_the_package() {
    var marker = "zebra" + Long.toHexString(System.nanoTime());
    var draft = new HashMap<String, Object>(Drafts.to(marker + "to@peer.example"));
    draft.put("subject", marker + "subject");
    draft.put("markdown", marker + "body");
    draft.put(
        "attachments",
        List.of(
            Map.of(
                "name", marker + ".txt", "content_base64", "eHh4", "content_type", "text/plain")));
    var id = product().sendAndAwaitHold(draft);
    product()
        .overseer()
        .post(
            "/decide_email",
            Map.of("message_id", id, "decision", "approve", "approver_note", marker + "note"))
        .expecting(200);
    product().admin().get("/v1/mailboxes/" + marker + "typed").expecting(404);
    var archive = FetchedPackage.of(product()).bytes();
    var text = new String(archive, StandardCharsets.ISO_8859_1);
    var first = product().firstRun();
    for (var secret :
        List.of(
            marker,
            "approver@countersign.localhost",
            first.mailboxAddress(),
            first.adminKey(),
            first.agentKey(),
            first.oversightKey(),
            product().database().password() + "@",
            "PRIVATE KEY")) {
      assertFalse(text.contains(secret), secret);
    }
  }

  @Test
  default void only_an_admin_key_gets_the_package_and_every_try_is_recorded() {
    assertAll(
        () -> product().agent().get("/v1/evidence").expecting(403),
        () -> product().overseer().get("/v1/evidence").expecting(403),
        () -> product().anonymous().get("/v1/evidence").expecting(401));
    var entries = product().admin().get("/v1/audit-log?limit=20").expecting(200).json();
    long refused = 0;
    for (JsonNode entry : entries.path("entries")) {
      if (entry.path("action").asText().equals("export_evidence")) {
        refused++;
      }
    }
    assertTrue(refused >= 2, entries.toString());
  }
}
