package dev.countersign.host.identity;

import java.util.Optional;

/**
 * A tenant's signature over a document beside it: ECDSA on P-256 with SHA-256 in DER, as {@code
 * openssl dgst -verify} takes it. Documents begin such that none can be taken for the text under a
 * message's signature.
 */
public final class DetachedSignature {
  private DetachedSignature() {}

  public static byte[] of(byte[] document, SigningKey key) {
    return key.sign(document).der();
  }

  /** {@return the key that made it, of one listed twice the revoked one; empty if it is none} */
  public static Optional<PublishedKey> signer(byte[] document, byte[] der, JwkSet keys) {
    return EcdsaSignature.ofDer(der).flatMap(signature -> keys.signer(document, signature));
  }
}
