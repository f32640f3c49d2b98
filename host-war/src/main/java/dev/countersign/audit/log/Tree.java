package dev.countersign.audit.log;

import dev.countersign.audit.entries.Sha256;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The Merkle tree of RFC 9162 section 2.1, grown leaf by leaf. Of what is behind, only the hashes
 * of perfect subtrees are kept, one for each bit of the size, and sums of the tiles.
 */
public final class Tree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};
  private static final int TILE_HEIGHT = 8;

  private final Deque<byte[]> subtrees = new ArrayDeque<>();
  private final List<TileSums> tiles = new ArrayList<>();
  private long size;

  /** Hash of one leaf. */
  public static byte[] leafHash(byte[] leaf) {
    return Sha256.of(LEAF, leaf);
  }

  public void append(byte[] leafHash) {
    byte[] hash = leafHash;
    int height = 0;
    tile(height, hash);
    // As in binary counting: each 1 at the end of the old size is a subtree as large as this one.
    for (long carry = size; (carry & 1) == 1; carry >>= 1) {
      hash = Sha256.of(NODE, subtrees.removeLast(), hash);
      height++;
      tile(height, hash);
    }
    subtrees.addLast(hash);
    size++;
  }

  /** Every eighth level of nodes is published in tiles. */
  private void tile(int height, byte[] hash) {
    if (height % TILE_HEIGHT == 0) {
      int level = height / TILE_HEIGHT;
      if (level == tiles.size()) {
        tiles.add(new TileSums());
      }
      tiles.get(level).add(hash);
    }
  }

  int tileLevels() {
    return tiles.size();
  }

  TileSums tiles(int level) {
    return tiles.get(level);
  }

  public long size() {
    return size;
  }

  /** {@return the root at the present size} */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return Sha256.of();
    }
    Iterator<byte[]> smallestFirst = subtrees.descendingIterator();
    byte[] root = smallestFirst.next();
    while (smallestFirst.hasNext()) {
      root = Sha256.of(NODE, smallestFirst.next(), root);
    }
    return Arrays.copyOf(root, root.length);
  }
}
