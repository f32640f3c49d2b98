package dev.countersign.host.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.util.function.Function;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * A private P-256 key. One that is at hand signs deterministically (RFC 6979): the same text, the
 * same bytes. One that a device keeps to itself signs as the device does.
 */
public final class SigningKey {
  private final Function<byte[], EcdsaSignature> signer;
  private final PublicJwk jwk;

  SigningKey(ECPrivateKey key, PublicJwk jwk) {
    var parameters = new ECPrivateKeyParameters(key.getS(), P256.DOMAIN);
    this.signer = text -> deterministic(parameters, text);
    this.jwk = jwk;
  }

  /** A key that only its provider can use. */
  SigningKey(PrivateKey key, Provider provider, PublicJwk jwk) {
    this.signer = text -> signedBy(provider, key, text);
    this.jwk = jwk;
  }

  public PublicJwk jwk() {
    return jwk;
  }

  /** {@return a signature over SHA-256 of the text, in DER} */
  public byte[] derSignature(byte[] text) {
    return sign(text).der();
  }

  EcdsaSignature sign(byte[] text) {
    return signer.apply(text);
  }

  /** {@return a signature as r and s, 32 bytes each, as HTTP Message Signatures take it} */
  public byte[] signedP1363(byte[] text) {
    return sign(text).p1363();
  }

  private static EcdsaSignature deterministic(ECPrivateKeyParameters key, byte[] text) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] signature = signer.generateSignature(sha256(text));
    return EcdsaSignature.lowS(signature[0], signature[1]);
  }

  // Hashed here: every provider has the bare signature, and not every one the combinations.
  private static EcdsaSignature signedBy(Provider provider, PrivateKey key, byte[] text) {
    try {
      Signature signature = Signature.getInstance("NONEwithECDSA", provider);
      signature.initSign(key);
      signature.update(sha256(text));
      return EcdsaSignature.ofAnyDer(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store's provider does not sign", e);
    }
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
