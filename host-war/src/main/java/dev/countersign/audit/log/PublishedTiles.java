package dev.countersign.audit.log;

import java.io.IOException;
import java.util.Optional;

/** Where the log shows the hashes of its tree (C2SP tlog-tiles). */
@FunctionalInterface
public interface PublishedTiles {
  /**
   * {@return the hashes of a tile, 32 bytes each; empty if it is not shown}
   *
   * @param width how many hashes, 1 to 256
   */
  Optional<byte[]> hashes(int level, long index, int width) throws IOException;
}
