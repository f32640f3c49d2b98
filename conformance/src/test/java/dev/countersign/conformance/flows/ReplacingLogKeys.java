package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.AuditRun;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import dev.countersign.conformance.running.Waiting;
import dev.countersign.conformance.transparency.PublishedBytes;
import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a log come and go, and who knew the old ones is led to the new ones. */
public interface ReplacingLogKeys extends OnProduct {
  @Test
  default void who_has_the_old_keys_of_a_log_follows_it_to_the_new_ones(@TempDir Path folder)
      throws IOException {
    var old = shown().keys();
    var known = Files.writeString(folder.resolve("keys"), lines(old));
    rotated();
    product().admin().post("/v1/signing-keys/rotate", Map.of("owner", "tenant")).expecting(200);
    var beside = newest(SignatureType.ECDSA);
    awaitSigned(beside);
    var statements = changes();
    var note = shown().note();
    assertAll(
        () -> assertTrue(note.signedBy(newest(SignatureType.ED25519))),
        // For a while also by the key that others know.
        () -> assertTrue(note.signedBy(old.getFirst())),
        () -> assertTrue(statements.size() >= 2, statements::toString));
    for (JsonNode one : statements) {
      var said = SignedNote.parse(one.path("statement").asText()).orElseThrow();
      assertTrue(said.signedBy(VerifierKey.parse(one.path("key").asText()).orElseThrow()));
    }
    var run = AuditRun.of(product(), "--log-key", known.toString());
    assertEquals(0, run.status(), run::said);
  }

  @Test
  default void a_key_that_came_without_the_old_ones_word_is_found(@TempDir Path folder)
      throws IOException {
    var known = Files.writeString(folder.resolve("keys"), lines(shown().keys()));
    var fresh = rotated();
    // The planted fault: the statement is gone, as if somebody had swapped the key.
    var move = "UPDATE log_key_changes SET log_id = ? WHERE log_id = ? AND new_key = ?";
    product().database().execute(move, "server", tenant(), fresh.toString());
    try {
      var found = AuditRun.of(product(), "--log-key", known.toString());
      assertAll(
          () -> assertEquals(1, found.status(), found::said),
          () -> assertTrue(found.output().contains("log_key_unknown"), found::said));
    } finally {
      product().database().execute(move, tenant(), "server", fresh.toString());
    }
    var whole = AuditRun.of(product(), "--log-key", known.toString());
    assertEquals(0, whole.status(), whole::said);
  }

  @Test
  default void only_operators_of_the_installation_replace_the_key_of_the_logs() {
    var second = SecondTenant.in(product().database());
    var other = product().anonymous().with(second.operatorKey());
    var before = newest(SignatureType.ED25519);
    assertAll(
        () -> rotate(product().agent(), 403),
        () -> rotate(product().overseer(), 403),
        () -> rotate(product().anonymous(), 401),
        () -> rotate(other, 404),
        () -> assertEquals(before, newest(SignatureType.ED25519)),
        () -> product().anonymous().get("/log/nobody/key-changes").expecting(404));
  }

  private static void rotate(Api api, int status) {
    api.post("/v1/log-key/rotate", Map.of()).expecting(status);
  }

  /** {@return the new key, once it signs} */
  private VerifierKey rotated() {
    var answer = product().admin().post("/v1/log-key/rotate", Map.of()).expecting(200);
    var origin = shown().checkpoint().origin();
    var fresh = new VerifierKey(origin, SignatureType.ED25519, answer.text("public_key"));
    awaitSigned(fresh);
    return fresh;
  }

  private void awaitSigned(VerifierKey key) {
    // Each call makes the log longer.
    product().admin().get("/v1/mailboxes").expecting(200);
    Waiting.until(key + " signs", () -> shown().note(), note -> note.signedBy(key));
  }

  private VerifierKey newest(SignatureType type) {
    return shown().keys().stream().filter(key -> key.type() == type).findFirst().orElseThrow();
  }

  private JsonNode changes() {
    return product()
        .anonymous()
        .get("/log/" + tenant() + "/key-changes")
        .expecting(200)
        .json()
        .path("changes");
  }

  private static String lines(List<VerifierKey> keys) {
    return keys.stream().map(key -> key + "\n").collect(Collectors.joining());
  }

  private PublishedBytes shown() {
    return new PublishedBytes(product().admin(), tenant());
  }

  private String tenant() {
    return product().firstRun().tenantId();
  }
}
