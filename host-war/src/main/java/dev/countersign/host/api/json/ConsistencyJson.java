package dev.countersign.host.api.json;

import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.store.LogHead;
import java.util.List;

/** That the log has only grown (RFC 9162, section 2.1.4); hashes in base64. */
public record ConsistencyJson(
    String origin,
    long firstSize,
    long secondSize,
    String firstRootHash,
    String secondRootHash,
    List<String> consistencyPath) {
  public static ConsistencyJson of(LogHead log, ConsistencyProof proof, Hash first, Hash second) {
    return new ConsistencyJson(
        log.origin(),
        proof.older(),
        proof.newer(),
        first.base64(),
        second.base64(),
        proof.path().stream().map(Hash::base64).toList());
  }
}
