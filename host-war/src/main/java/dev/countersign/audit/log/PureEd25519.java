package dev.countersign.audit.log;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** BouncyCastle's, in Java alone: what remains where there is no native library. */
final class PureEd25519 {
  static final String NAME = "BouncyCastle";
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;

  private PureEd25519() {}

  static Optional<Ed25519.Key> key(byte[] raw) {
    if (raw.length != KEY_BYTES) {
      return Optional.empty();
    }
    PublicPoint point =
        org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFullExport(raw, 0);
    return Optional.ofNullable(point)
        .map(known -> (text, signature) -> verifies(known, text, signature));
  }

  private static boolean verifies(PublicPoint point, byte[] text, byte[] signature) {
    return signature.length == SIGNATURE_BYTES
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signature, 0, point, text, 0, text.length);
  }
}
