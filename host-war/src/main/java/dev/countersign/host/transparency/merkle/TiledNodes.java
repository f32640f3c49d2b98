package dev.countersign.host.transparency.merkle;

import java.util.HashMap;
import java.util.Map;

/** The nodes of a tree that is kept in tiles; reads each tile once. */
public final class TiledNodes implements Nodes {
  private final TreeHasher hasher;
  private final Tiles tiles;
  private final Map<TileId, byte[]> read = new HashMap<>();

  public TiledNodes(TreeHasher hasher, Tiles tiles) {
    this.hasher = hasher;
    this.tiles = tiles;
  }

  @Override
  public Hash at(int height, long index) {
    int level = height / TileId.HEIGHT;
    int above = height % TileId.HEIGHT;
    long first = index << above;
    var tile = new TileId(level, first / TileId.WIDTH);
    byte[] hashes = read.computeIfAbsent(tile, tiles::hashes);
    return over(hasher, hashes, (int) (first % TileId.WIDTH), 1 << above);
  }

  /** {@return the hash over {@code count} neighbours of a tile, a power of two} */
  static Hash over(TreeHasher hasher, byte[] hashes, int first, int count) {
    if (count == 1) {
      return Hash.at(hashes, first * Hash.BYTES);
    }
    int half = count / 2;
    return hasher.node(over(hasher, hashes, first, half), over(hasher, hashes, first + half, half));
  }
}
