package dev.countersign.host.evidence.archive;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.DetachedSignature;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyLookup;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.SigningKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCheckTest {
  private static final String TENANT = "ten_1";
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  @TempDir Path data;
  private SigningKeys keys;

  @BeforeEach
  void a_tenant_with_a_key() {
    keys = SigningKeys.open(data, Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
    keys.current(new KeyOwner.Tenant(TENANT));
  }

  @Test
  void a_package_as_it_was_made_passes() throws IOException {
    var check = EvidenceCheck.of(archive(contents(), UnaryOperator.identity()), keys);
    assertAll(
        () -> assertEquals(List.of(), check.faults()),
        () -> assertEquals(TENANT, check.manifest().orElseThrow().tenant()));
  }

  @Test
  void the_same_files_are_the_same_bytes() throws IOException {
    byte[] once = archive(contents(), UnaryOperator.identity());
    byte[] again = archive(contents(), UnaryOperator.identity());
    assertArrayEquals(once, again);
  }

  @Test
  void every_flipped_bit_of_the_whole_archive_is_noticed() throws IOException {
    byte[] archive = archive(contents(), UnaryOperator.identity());
    List<String> unnoticed = new ArrayList<>();
    for (int i = 0; i < archive.length; i++) {
      byte[] changed = archive.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      if (EvidenceCheck.of(changed, keys).passed()) {
        unnoticed.add("byte " + i);
      }
    }
    assertEquals(List.of(), unnoticed);
  }

  @Test
  void a_file_changed_added_or_dropped_after_signing_is_named() throws IOException {
    byte[] changed = archive(contents(), files -> with(files, "a.txt", "other"));
    byte[] added = archive(contents(), files -> with(files, "c.txt", "new"));
    byte[] dropped =
        archive(
            contents(),
            files -> {
              var fewer = new LinkedHashMap<>(files);
              fewer.remove("b/c.json");
              return fewer;
            });
    assertAll(
        () -> assertEquals(List.of("a.txt was changed"), faults(changed, keys)),
        () -> assertEquals(List.of("c.txt is not in the manifest"), faults(added, keys)),
        () -> assertEquals(List.of("b/c.json is missing"), faults(dropped, keys)));
  }

  @Test
  void an_unknown_revoked_or_untimely_key_is_refused() throws IOException {
    byte[] archive = archive(contents(), UnaryOperator.identity());
    var owner = new KeyOwner.Tenant(TENANT);
    KeyLookup nobody = unknown -> JwkSet.NONE;
    var later =
        SigningKeys.open(
            data.resolve("other"),
            Optional.empty(),
            Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
    later.current(owner);
    byte[] early = signedBy(later);
    keys.revoke(owner, keys.keys(owner).current().orElseThrow().kid(), "stolen");
    assertAll(
        () ->
            assertEquals(
                List.of("there is no key of ten_1 to check it with"), faults(archive, nobody)),
        () ->
            assertEquals(
                List.of("no published key of ten_1 signed the manifest"), faults(archive, later)),
        () ->
            assertEquals(
                List.of("the key that signed the manifest did not sign at that time"),
                faults(early, later)),
        () ->
            assertEquals(
                List.of("the key that signed the manifest was revoked"), faults(archive, keys)));
  }

  @Test
  void what_is_no_package_is_told_in_one_sentence() {
    for (String text : List.of("", "PK", "not a zip")) {
      var check = EvidenceCheck.of(text.getBytes(StandardCharsets.UTF_8), keys);
      assertFalse(check.passed());
      assertEquals(1, check.faults().size());
      assertTrue(check.manifest().isEmpty());
    }
  }

  private byte[] signedBy(SigningKeys signers) throws IOException {
    var mine = keys;
    keys = signers;
    try {
      return archive(contents(), UnaryOperator.identity());
    } finally {
      keys = mine;
    }
  }

  private static List<String> faults(byte[] archive, KeyLookup keys) {
    return EvidenceCheck.of(archive, keys).faults();
  }

  private static Map<String, byte[]> contents() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("a.txt", "one".getBytes(StandardCharsets.UTF_8));
    files.put("b/c.json", "{}".getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static Map<String, byte[]> with(Map<String, byte[]> files, String path, String text) {
    var more = new LinkedHashMap<>(files);
    more.put(path, text.getBytes(StandardCharsets.UTF_8));
    return more;
  }

  /** Signed over these files, then written with what became of them. */
  private byte[] archive(Map<String, byte[]> files, UnaryOperator<Map<String, byte[]>> afterwards)
      throws IOException {
    var key = keys.current(new KeyOwner.Tenant(TENANT));
    var manifest = Manifest.of(TENANT, NOW, key.jwk().kid(), files).bytes();
    var all = new LinkedHashMap<>(afterwards.apply(files));
    all.put(Manifest.FILE, manifest);
    all.put(Manifest.SIGNATURE, DetachedSignature.of(manifest, key));
    var out = new ByteArrayOutputStream();
    EvidenceZip.write(all, out);
    return out.toByteArray();
  }
}
