package dev.countersign.host.transparency.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree that only grows, for each size that it ever had (RFC 9162, section
 * 2.1). Each looks at a number of nodes that grows with the logarithm of the size.
 */
public record MerkleTree(TreeHasher hasher, Nodes nodes) {
  /** {@return the hash of the tree over the first {@code size} entries (2.1.1)} */
  // law: history_is_tamper_evident
  public Hash root(long size) {
    return size == 0 ? hasher.empty() : over(0, size);
  }

  /**
   * {@return that the entry at this index is in the tree of this size (2.1.3.1)}
   *
   * @throws IndexOutOfBoundsException if the tree has no such entry
   */
  public InclusionProof inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no entry at this index in a tree of this size");
    }
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + half(to - from);
      if (index < middle) {
        path.addFirst(over(middle, to));
        to = middle;
      } else {
        path.addFirst(over(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /**
   * {@return that the tree of the one size grew into that of the other (2.1.4.1)}
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= older <= newer}
   */
  public ConsistencyProof consistency(long older, long newer) {
    if (older < 0 || older > newer) {
      throw new IndexOutOfBoundsException("the older tree has to be the smaller one");
    }
    List<Hash> path = new ArrayList<>();
    if (older > 0) {
      addExtension(older, newer, path);
    }
    return new ConsistencyProof(older, newer, path);
  }

  /** SUBPROOF of 2.1.4.1, in a loop. */
  private void addExtension(long older, long newer, List<Hash> path) {
    long from = 0;
    long to = newer;
    // Of a whole subtree that begins at the first entry, the verifier has the hash already.
    while (older != to) {
      long middle = from + half(to - from);
      if (older <= middle) {
        path.addFirst(over(middle, to));
        to = middle;
      } else {
        path.addFirst(over(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      path.addFirst(over(from, to));
    }
  }

  private Hash over(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int height = Long.numberOfTrailingZeros(count);
      return nodes.at(height, from >> height);
    }
    long middle = from + half(count);
    return hasher.node(over(from, middle), over(middle, to));
  }

  /** {@return the largest power of two below {@code count}, for two and more} */
  static long half(long count) {
    return Long.highestOneBit(count - 1);
  }
}
