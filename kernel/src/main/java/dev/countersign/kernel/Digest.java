package dev.countersign.kernel;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A SHA-256 value: four longs, most significant byte first. */
public record Digest(long a, long b, long c, long d) {
  private static final int LENGTH_BYTES = 32;

  public static Digest ofBytes(byte[] bytes) {
    if (bytes.length != LENGTH_BYTES) {
      throw new IllegalArgumentException("a SHA-256 value has 32 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH_BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
