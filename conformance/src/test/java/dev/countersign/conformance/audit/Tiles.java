package dev.countersign.conformance.audit;

import dev.countersign.audit.log.PublishedTiles;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** The tiles over some leaves, worked out from the definition of the tree. */
record Tiles(List<String> leaves) implements PublishedTiles {
  private static final int WIDTH = 256;

  @Override
  public Optional<byte[]> hashes(int level, long index, int width) {
    int leavesUnderOne = 1 << (8 * level);
    int first = (int) index * WIDTH * leavesUnderOne;
    if (first + width * leavesUnderOne > leaves.size()) {
      return Optional.empty();
    }
    var hashes = new ByteArrayOutputStream();
    for (int i = 0; i < width; i++) {
      int from = first + i * leavesUnderOne;
      hashes.writeBytes(WrittenLog.root(leaves.subList(from, from + leavesUnderOne)));
    }
    return Optional.of(hashes.toByteArray());
  }

  /** What is done to the hashes of a tile. */
  @FunctionalInterface
  interface Change {
    Optional<byte[]> of(byte[] hashes);
  }

  /** The same, but for one tile. */
  PublishedTiles spoiled(int atLevel, long atIndex, Change change) {
    return (level, index, width) -> {
      Optional<byte[]> honest = hashes(level, index, width);
      return level == atLevel && index == atIndex ? honest.flatMap(change::of) : honest;
    };
  }
}
