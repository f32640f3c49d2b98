package dev.countersign.audit.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** ECDSA with SHA-256, as the tenant's key signs checkpoints. */
final class Ecdsa {
  private Ecdsa() {}

  static boolean verifies(byte[] subjectPublicKeyInfo, byte[] text, byte[] der) {
    try {
      var key =
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
      var verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(der);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
