package dev.countersign.conformance.transparency;

import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Trees by the words of the standard, in memory and without tiles. */
final class Trees {
  private Trees() {}

  /** MTH of RFC 9162, section 2.1.1. */
  static Hash root(TreeHasher hasher, List<byte[]> entries) {
    return switch (entries.size()) {
      case 0 -> hasher.empty();
      case 1 -> hasher.leaf(entries.getFirst());
      default -> {
        int left = Integer.highestOneBit(entries.size() - 1);
        yield hasher.node(
            root(hasher, entries.subList(0, left)),
            root(hasher, entries.subList(left, entries.size())));
      }
    };
  }

  /** The tree over these entries whose nodes are worked out each time. */
  static MerkleTree over(TreeHasher hasher, List<byte[]> entries) {
    return new MerkleTree(
        hasher,
        (height, index) ->
            root(
                hasher,
                entries.subList(
                    Math.toIntExact(index << height), Math.toIntExact((index + 1) << height))));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
