package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import dev.countersign.conformance.running.Waiting;
import dev.countersign.conformance.transparency.IndependentClient;
import dev.countersign.conformance.transparency.PublishedBytes;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.LogProof;
import dev.countersign.host.transparency.notes.SignedNote;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log over HTTP: what anybody sees, what the tenant's operators see, what witnesses do. */
public interface Logging extends OnProduct {
  @Test
  default void every_entry_is_proved_to_a_signed_checkpoint() {
    product().admin().get("/v1/mailboxes").expecting(200);
    var entry = newestEntry();
    var file = proof(entry);
    var log = log();
    var proof = LogProof.parse(file.body()).orElseThrow();
    var checkpoint = Checkpoint.of(proof.checkpoint()).orElseThrow();
    assertEquals("127.0.0.1:8080/log/" + tenant(), checkpoint.origin());
    // The log's own key, and the tenant's newest; those that are retired sign no more.
    log.keys().stream()
        .limit(2)
        .forEach(key -> assertTrue(proof.checkpoint().signedBy(key), key.toString()));
    var leaf = log.leaf(proof.index());
    assertTrue(leaf.startsWith("{\"entry\":{") && leaf.contains("\"id\":\"" + entry + "\""), leaf);
    var inclusion = new InclusionProof(proof.index(), checkpoint.size(), proof.path());
    assertTrue(inclusion.proves(TreeHasher.SHA_256, PublishedBytes.utf8(leaf), checkpoint.root()));
  }

  @Test
  default void the_log_only_grows_and_proves_it() {
    var before = log().checkpoint();
    product().admin().get("/v1/mailboxes").expecting(200);
    var after =
        Waiting.until("the log grows", () -> log().checkpoint(), now -> now.size() > before.size());
    var path =
        product()
            .admin()
            .get("/v1/log/consistency?from=" + before.size() + "&to=" + after.size())
            .expecting(200)
            .json();
    assertEquals(before.root().base64(), path.path("first_root_hash").asText());
    assertEquals(after.root().base64(), path.path("second_root_hash").asText());
    assertTrue(log().consistent(path, before, after));
  }

  @Test
  default void tiles_and_checkpoint_are_for_anybody_and_entries_for_the_tenants_operators() {
    var checkpoint = log().checkpoint();
    int width = (int) Math.min(256, checkpoint.size());
    var tile = "/log/" + tenant() + "/tile/0/000" + (width == 256 ? "" : ".p/" + width);
    byte[] hashes = product().anonymous().bytes(tile);
    assertEquals(width * Hash.BYTES, hashes.length);
    assertArrayEquals(
        TreeHasher.SHA_256.leaf(PublishedBytes.utf8(log().leaf(0))).bytes(),
        Hash.at(hashes, 0).bytes());
    var entries = "/log/" + tenant() + "/tile/entries/000.p/1";
    assertEquals(401, product().anonymous().get(entries).status());
    assertEquals(403, product().agent().get(entries).status());
    assertEquals(403, product().overseer().get("/v1/log/export").status());
    var other = product().anonymous().with(SecondTenant.in(product().database()).operatorKey());
    var own = newestEntry();
    for (String path :
        List.of(
            entries,
            "/v1/log/proof/" + own,
            "/v1/log/inclusion?entry=" + own,
            "/v1/log/export?log=" + tenant(),
            "/v1/log/export?log=server",
            "/log/server/tile/entries/000.p/1")) {
      assertEquals("not_found", other.get(path).expecting(404).text("code"), path);
    }
  }

  @Test
  default void the_servers_own_log_is_for_who_runs_the_installation() {
    product().anonymous().get("/v1/mailboxes").expecting(401);
    var lines =
        Waiting.until(
            "a stranger's call is in the server's log",
            () -> product().admin().get("/v1/log/export?log=server").expecting(200).body(),
            text -> text.contains("\"role\":\"anonymous\""));
    assertTrue(lines.startsWith("{\"countersign_ledger\":1,\"origin\":"), lines);
    product().anonymous().get("/log/server/checkpoint").expecting(200);
  }

  @Test
  default void an_export_holds_every_leaf_under_its_checkpoint() {
    product().admin().get("/v1/mailboxes").expecting(200);
    var answer = product().admin().get("/v1/log/export").expecting(200);
    assertEquals("application/jsonl", answer.headers().firstValue("Content-Type").orElse(""));
    var lines = answer.body().lines().toList();
    var header = PublishedBytes.json(lines.getFirst());
    int size = header.path("size").asInt();
    var leaves = lines.subList(1, 1 + size);
    var note = SignedNote.parse(header.path("checkpoint").asText()).orElseThrow();
    var root = PublishedBytes.root(leaves);
    assertEquals(
        new Checkpoint(header.path("origin").asText(), size, root),
        Checkpoint.of(note).orElseThrow());
    lines.stream()
        .skip(1 + size)
        .forEach(line -> assertTrue(line.startsWith("{\"detached\":{\"entry\":\"led_"), line));
    var part = product().admin().get("/v1/log/export?from=2&detached=false&size=" + size);
    assertEquals(leaves.subList(2, size), part.expecting(200).body().lines().skip(1).toList());
  }

  @Test
  default void what_is_not_there_is_not_proved() {
    var admin = product().admin();
    admin.get("/v1/log/proof/led_01ARZ3NDEKTSV4RRFFQ69G5FAV").expecting(404);
    admin.get("/v1/log/proof/nothing").expecting(404);
    admin.get("/v1/log/inclusion").expecting(400);
    var entry = newestEntry();
    proof(entry);
    for (String wrong :
        List.of(
            "inclusion?entry=" + entry + "&size=0",
            "inclusion?entry=" + entry + "&size=999999999",
            "consistency?from=1&to=999999999",
            "consistency?from=-1",
            "consistency?from=01",
            "consistency?from=2&to=1")) {
      assertEquals("out_of_range", admin.get("/v1/log/" + wrong).expecting(400).text("code"));
    }
    var log = product().anonymous();
    for (String wrong :
        List.of("tile/0/x000/000", "tile/0/999", "tile/0/000.p/0", "tile/64/000", "tile/9/000")) {
      log.get("/log/" + tenant() + "/" + wrong).expecting(404);
    }
    log.get("/log/ten_01ARZ3NDEKTSV4RRFFQ69G5FAV/checkpoint").expecting(404);
    log.get("/log/nobody/keys").expecting(404);
  }

  @Test
  default void a_witness_is_asked_and_its_signature_is_served() {
    // Only who was asked before is told of a conflict.
    Waiting.until(
        "the witness has signed once",
        () -> log().note(),
        note -> note.signedBy(product().witness().key()));
    product().witness().forget("127.0.0.1:8080/log/" + tenant());
    product().admin().get("/v1/mailboxes").expecting(200);
    Waiting.until(
        "the witness has signed the newest checkpoint",
        () -> log().note(),
        note -> note.signedBy(product().witness().key()));
    Waiting.until(
        "the witness has told of the conflict",
        () -> product().witness().conflicts(),
        conflicts -> conflicts > 0);
    var entry = newestEntry();
    proof(entry);
    Waiting.until(
        "the proof goes to a checkpoint that the witness has signed",
        () -> LogProof.parse(proof(entry).body()).orElseThrow().checkpoint(),
        note -> note.signedBy(product().witness().key()));
  }

  @Test
  default void only_known_witnesses_sign_and_only_what_was_published() {
    var path = "/log/" + tenant() + "/cosignatures";
    var witness = product().witness();
    var checkpoint = log().checkpoint();
    var note = checkpoint.text() + "\n" + witness.cosignature(checkpoint.text(), 1) + "\n";
    assertEquals(204, product().anonymous().postText(path, note).status());
    var forged = checkpoint.text() + "\n" + witness.cosignature("other\n", 1) + "\n";
    assertCode("unknown_witness", 403, product().anonymous().postText(path, forged));
    var grown = new Checkpoint(checkpoint.origin(), checkpoint.size() + 5000, checkpoint.root());
    var early = grown.text() + "\n" + witness.cosignature(grown.text(), 1) + "\n";
    assertCode("unknown_checkpoint", 404, product().anonymous().postText(path, early));
    var forked = new Checkpoint(checkpoint.origin(), checkpoint.size(), TreeHasher.SHA_256.empty());
    var fork = forked.text() + "\n" + witness.cosignature(forked.text(), 1) + "\n";
    assertCode("unknown_checkpoint", 404, product().anonymous().postText(path, fork));
    assertCode("invalid_value", 400, product().anonymous().postText(path, "no note"));
  }

  @Test
  default void other_peoples_code_verifies_the_log_and_notices_what_is_tampered_with()
      throws Exception {
    var entry = newestEntry();
    proof(entry);
    IndependentClient.verifies(product().admin(), product().firstRun().adminKey(), tenant(), entry);
  }

  private static void assertCode(String code, int status, Answer answer) {
    assertEquals(code, answer.expecting(status).text("code"));
  }

  private String tenant() {
    return product().firstRun().tenantId();
  }

  private PublishedBytes log() {
    return new PublishedBytes(product().admin(), tenant());
  }

  private String newestEntry() {
    var newest = product().admin().get("/v1/audit-log?limit=1").expecting(200).json();
    var id = newest.path("entries").path(0).path("id").asText();
    assertFalse(id.isEmpty(), newest.toString());
    return id;
  }

  private Answer proof(String entry) {
    return Waiting.until(
        entry + " has its place in the log",
        () -> product().admin().get("/v1/log/proof/" + entry),
        answer -> answer.status() == 200);
  }
}
