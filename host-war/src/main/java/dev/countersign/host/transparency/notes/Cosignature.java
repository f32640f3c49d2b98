package dev.countersign.host.transparency.notes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a witness says of a checkpoint: that at some time it was the largest one that the witness
 * had seen of the log, and consistent with all before (C2SP {@code tlog-cosignature}). The value of
 * its signature line is the time in seconds since 1970, eight bytes, and an Ed25519 signature.
 */
public final class Cosignature {
  private static final int SIGNATURE_BYTES = 64;

  private Cosignature() {}

  static boolean verifies(byte[] key, String text, byte[] value) {
    if (value.length != Long.BYTES + SIGNATURE_BYTES) {
      return false;
    }
    long time = ByteBuffer.wrap(value).getLong();
    byte[] signature = Arrays.copyOfRange(value, Long.BYTES, value.length);
    return time >= 0 && PublicKeys.ed25519(key, signed(time, text), signature);
  }

  /** {@return what a witness signs at this time} */
  public static byte[] signed(long time, String text) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
