package dev.countersign.host.api.json;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.store.LogHead;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** That an entry is in the log (RFC 9162, section 2.1.3); hashes in base64. */
public record InclusionJson(
    String origin,
    String entry,
    long leafIndex,
    long treeSize,
    String leafHash,
    String rootHash,
    List<String> inclusionPath) {
  public static InclusionJson of(
      LogHead log, LedgerEntryId entry, String leaf, InclusionProof proof, Hash root) {
    var leafHash = TreeHasher.SHA_256.leaf(leaf.getBytes(StandardCharsets.UTF_8));
    return new InclusionJson(
        log.origin(),
        entry.toString(),
        proof.index(),
        proof.size(),
        leafHash.base64(),
        root.base64(),
        proof.path().stream().map(Hash::base64).toList());
  }
}
