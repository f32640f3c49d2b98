package dev.countersign.host.transparency.notes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Verifies signatures by keys in the encodings that notes have for them. */
final class PublicKeys {
  static final int ED25519_BYTES = 32;

  // DER of a SubjectPublicKeyInfo (RFC 8410) up to the key itself.
  private static final byte[] ED25519_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private PublicKeys() {}

  static boolean ed25519(byte[] key, byte[] signed, byte[] signature) {
    return verifies("Ed25519", () -> ed25519(key), signed, signature);
  }

  static boolean ecdsa(byte[] spki, byte[] signed, byte[] signature) {
    return verifies("SHA256withECDSA", () -> key("EC", spki), signed, signature);
  }

  static boolean usable(VerifierKey key) {
    try {
      var unused =
          key.type() == SignatureType.ECDSA ? key("EC", key.encoded()) : ed25519(key.encoded());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey ed25519(byte[] key) throws GeneralSecurityException {
    if (key.length != ED25519_BYTES) {
      throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
    }
    byte[] spki = new byte[ED25519_HEADER.length + key.length];
    System.arraycopy(ED25519_HEADER, 0, spki, 0, ED25519_HEADER.length);
    System.arraycopy(key, 0, spki, ED25519_HEADER.length, key.length);
    return key("Ed25519", spki);
  }

  private static PublicKey key(String algorithm, byte[] spki) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
  }

  /** A key, or the reason why there is none. */
  @FunctionalInterface
  private interface KeyReader {
    PublicKey read() throws GeneralSecurityException;
  }

  private static boolean verifies(
      String algorithm, KeyReader key, byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key.read());
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
