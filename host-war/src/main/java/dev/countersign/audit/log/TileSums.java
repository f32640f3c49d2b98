package dev.countersign.audit.log;

import dev.countersign.audit.entries.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tiles of one level, as they must be. Of full ones, only a hash is kept. */
final class TileSums {
  static final int WIDTH = 256;
  private static final int HASH_BYTES = 32;

  private final List<byte[]> full = new ArrayList<>();
  private final byte[] open = new byte[WIDTH * HASH_BYTES];
  private int width;

  void add(byte[] hash) {
    System.arraycopy(hash, 0, open, width * HASH_BYTES, HASH_BYTES);
    width++;
    if (width == WIDTH) {
      full.add(Sha256.of(open));
      width = 0;
    }
  }

  /** {@return how many tiles there are, the one that is not full among them} */
  long tiles() {
    return full.size() + (width == 0 ? 0L : 1L);
  }

  int width(long index) {
    return index < full.size() ? WIDTH : width;
  }

  /** Are these the hashes of this tile? */
  boolean matches(long index, byte[] hashes) {
    return index < full.size()
        ? Arrays.equals(full.get((int) index), Sha256.of(hashes))
        : Arrays.equals(Arrays.copyOf(open, width * HASH_BYTES), hashes);
  }
}
