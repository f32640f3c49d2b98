package dev.countersign.host.transparency.merkle;

/** Where tiles are kept. */
@FunctionalInterface
public interface Tiles {
  /**
   * {@return the tile's hashes, 32 bytes each, at least as many as the tree has}
   *
   * @throws IllegalStateException if there is no such tile
   */
  byte[] hashes(TileId tile);
}
