package dev.countersign.conformance.transparency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.running.Api;
import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a running server publishes of one log, read over HTTP. */
public record PublishedBytes(Api api, String log) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public SignedNote note() {
    return SignedNote.parse(api.get("/log/" + log + "/checkpoint").expecting(200).body())
        .orElseThrow();
  }

  public Checkpoint checkpoint() {
    return Checkpoint.of(note()).orElseThrow();
  }

  public List<VerifierKey> keys() {
    return api.get("/log/" + log + "/keys")
        .expecting(200)
        .body()
        .lines()
        .map(key -> VerifierKey.parse(key).orElseThrow())
        .toList();
  }

  /** {@return the text of the entry at this place, out of its bundle} */
  public String leaf(long index) {
    int width = (int) (index % 256) + 1;
    var path = String.format("%03d%s", index / 256, width == 256 ? "" : ".p/" + width);
    byte[] bundle = api.bytes("/log/" + log + "/tile/entries/" + path);
    int at = 0;
    List<String> leaves = new ArrayList<>();
    while (at < bundle.length) {
      int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
      leaves.add(new String(bundle, at + 2, length, StandardCharsets.UTF_8));
      at += 2 + length;
    }
    return leaves.getLast();
  }

  public boolean consistent(JsonNode answer, Checkpoint older, Checkpoint newer) {
    List<Hash> path = new ArrayList<>();
    for (var hash : answer.path("consistency_path")) {
      path.add(Hash.ofBase64(hash.asText()).orElseThrow());
    }
    return new ConsistencyProof(older.size(), newer.size(), path)
        .proves(TreeHasher.SHA_256, older.root(), newer.root());
  }

  public static Hash root(List<String> leaves) {
    return Trees.root(TreeHasher.SHA_256, leaves.stream().map(PublishedBytes::utf8).toList());
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
