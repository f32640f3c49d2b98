package dev.countersign.audit.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Amazon Corretto's, which has native code for some machines; reached by name only. */
final class NativeEd25519 {
  static final String NAME = "Amazon Corretto";
  private static final String PROVIDER =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String ALGORITHM = "Ed25519";
  // What stands before the 32 bytes of a key in its SubjectPublicKeyInfo (RFC 8410).
  private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int KEY_BYTES = 32;

  private final Provider provider;

  private NativeEd25519(Provider provider) {
    this.provider = provider;
  }

  static Optional<NativeEd25519> load() {
    try {
      var provider = (Provider) Class.forName(PROVIDER).getField("INSTANCE").get(null);
      // Without its library the provider is there but offers nothing.
      return Optional.ofNullable(provider)
          .filter(known -> known.getService("Signature", ALGORITHM) != null)
          .map(NativeEd25519::new);
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  Optional<Ed25519.Key> key(byte[] raw) {
    if (raw.length != KEY_BYTES) {
      return Optional.empty();
    }
    byte[] encoded = new byte[HEAD.length + KEY_BYTES];
    System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
    System.arraycopy(raw, 0, encoded, HEAD.length, KEY_BYTES);
    try {
      var key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      return Optional.of((text, signature) -> verifies(key, text, signature));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private boolean verifies(PublicKey key, byte[] text, byte[] signature) {
    try {
      var verifier = Signature.getInstance(ALGORITHM, provider);
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      // An impossible key: nothing under it verifies.
      return false;
    }
  }
}
