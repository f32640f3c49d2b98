package dev.countersign.host.identity;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** A private P-256 key that signs deterministically (RFC 6979): the same text, the same bytes. */
public final class SigningKey {
  private final ECPrivateKeyParameters key;
  private final PublicJwk jwk;

  SigningKey(ECPrivateKey key, PublicJwk jwk) {
    this.key = new ECPrivateKeyParameters(key.getS(), P256.DOMAIN);
    this.jwk = jwk;
  }

  public PublicJwk jwk() {
    return jwk;
  }

  EcdsaSignature sign(byte[] text) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] signature = signer.generateSignature(sha256(text));
    return EcdsaSignature.lowS(signature[0], signature[1]);
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Names the key by its public thumbprint; the private part has no text form. */
  @Override
  public String toString() {
    return "SigningKey[" + jwk.kid() + "]";
  }
}
