package dev.countersign.host.transparency.merkle;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Appends entries to a tree of tiles, touching its right edge only. */
public final class GrowingTiles {
  private static final int FULL = TileId.WIDTH * Hash.BYTES;

  private final TreeHasher hasher;
  private final Tiles kept;
  private final Map<TileId, byte[]> changed = new TreeMap<>();
  private long size;

  /**
   * A tree to be appended to.
   *
   * @param size how many entries it has
   * @param kept its tiles
   */
  public GrowingTiles(TreeHasher hasher, long size, Tiles kept) {
    this.hasher = hasher;
    this.size = size;
    this.kept = kept;
  }

  public void append(Hash leaf) {
    add(0, size, leaf);
    size++;
  }

  public long size() {
    return size;
  }

  /** {@return the tiles that are new or have grown, with all hashes they have now, in order} */
  public Map<TileId, byte[]> changed() {
    Map<TileId, byte[]> tiles = new TreeMap<>(changed);
    tiles.replaceAll((tile, hashes) -> Arrays.copyOf(hashes, tile.widthIn(size) * Hash.BYTES));
    return tiles;
  }

  /** {@return the root of the tree as it is now} */
  public Hash root() {
    var nodes = new TiledNodes(hasher, this::hashes);
    return new MerkleTree(hasher, nodes).root(size);
  }

  private byte[] hashes(TileId tile) {
    byte[] here = changed.get(tile);
    return here == null ? kept.hashes(tile) : here;
  }

  /** Puts the hash at its place in the level; the hash of a tile that is full goes to the next. */
  private void add(int level, long place, Hash hash) {
    var tile = new TileId(level, place / TileId.WIDTH);
    int width = (int) (place % TileId.WIDTH);
    byte[] hashes = changed.computeIfAbsent(tile, id -> begun(id, width));
    hash.copyTo(hashes, width * Hash.BYTES);
    if (width == TileId.WIDTH - 1) {
      add(level + 1, tile.index(), TiledNodes.over(hasher, hashes, 0, TileId.WIDTH));
    }
  }

  private byte[] begun(TileId tile, int width) {
    return width == 0 ? new byte[FULL] : Arrays.copyOf(kept.hashes(tile), FULL);
  }
}
