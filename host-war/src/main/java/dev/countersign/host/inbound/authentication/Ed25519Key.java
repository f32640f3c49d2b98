package dev.countersign.host.inbound.authentication;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/** A public key as DKIM publishes it: 32 bytes without a frame (RFC 8463, section 4). */
final class Ed25519Key {
  static final int BITS = 256;
  private static final int BYTES = 32;

  // SubjectPublicKeyInfo with the algorithm 1.3.101.112 (RFC 8410, section 4).
  private static final byte[] FRAME = {
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private Ed25519Key() {}

  static PublicKey of(byte[] key) throws GeneralSecurityException {
    if (key.length != BYTES) {
      throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
    }
    byte[] framed = new byte[FRAME.length + BYTES];
    System.arraycopy(FRAME, 0, framed, 0, FRAME.length);
    System.arraycopy(key, 0, framed, FRAME.length, BYTES);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(framed));
  }
}
