package dev.countersign.host.dkim;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import org.jspecify.annotations.Nullable;

/** Ed25519 over the SHA-256 value of the text, as RFC 8463 §3 has it. It signs only. */
final class HashedEd25519 extends Signature {
  private final MessageDigest digest;
  private @Nullable PrivateKey key;

  HashedEd25519() throws GeneralSecurityException {
    super("ed25519-sha256");
    digest = MessageDigest.getInstance("SHA-256");
  }

  @Override
  protected void engineInitSign(PrivateKey privateKey) {
    key = privateKey;
    digest.reset();
  }

  @Override
  protected void engineUpdate(byte b) {
    digest.update(b);
  }

  @Override
  protected void engineUpdate(byte[] b, int off, int len) {
    digest.update(b, off, len);
  }

  @Override
  protected byte[] engineSign() throws SignatureException {
    try {
      Signature pure = Signature.getInstance("Ed25519");
      pure.initSign(key);
      pure.update(digest.digest());
      return pure.sign();
    } catch (GeneralSecurityException e) {
      throw new SignatureException("the key is not an Ed25519 key", e);
    }
  }

  @Override
  protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
    throw new InvalidKeyException("verifying is the receiver's");
  }

  @Override
  protected boolean engineVerify(byte[] sigBytes) throws SignatureException {
    throw new SignatureException("verifying is the receiver's");
  }

  @Override
  @Deprecated
  protected void engineSetParameter(String param, Object value) {
    throw new UnsupportedOperationException("there are no parameters");
  }

  @Override
  @Deprecated
  protected Object engineGetParameter(String param) {
    throw new UnsupportedOperationException("there are no parameters");
  }
}
