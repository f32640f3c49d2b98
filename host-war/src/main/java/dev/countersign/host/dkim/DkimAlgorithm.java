package dev.countersign.host.dkim;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** The two that mail carries side by side: the one all can verify, and the small modern one. */
public enum DkimAlgorithm {
  /** RFC 6376 §3.3.1. */
  RSA("RSA", "SHA256withRSA", 2048),
  /** RFC 8463. */
  ED25519("Ed25519", "Ed25519", 255);

  private static final int ED25519_BYTES = 32;

  private final String keyAlgorithm;
  private final String certificateSignature;
  private final int keyBits;

  DkimAlgorithm(String keyAlgorithm, String certificateSignature, int keyBits) {
    this.keyAlgorithm = keyAlgorithm;
    this.certificateSignature = certificateSignature;
    this.keyBits = keyBits;
  }

  /** {@return the word in {@code a=} before the hash, and in {@code k=} of the DNS record} */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  String keyAlgorithm() {
    return keyAlgorithm;
  }

  String certificateSignature() {
    return certificateSignature;
  }

  int keyBits() {
    return keyBits;
  }

  /** {@return the last letter of the selector under which the key is published} */
  String selectorSuffix() {
    return wire().substring(0, 1);
  }

  Signature signature() throws GeneralSecurityException {
    return switch (this) {
      case RSA -> Signature.getInstance("SHA256withRSA");
      case ED25519 -> new HashedEd25519();
    };
  }

  /** {@return {@code p=} of the DNS record: for RSA an SPKI structure, for Ed25519 the bare key} */
  String published(PublicKey key) {
    byte[] spki = key.getEncoded();
    byte[] bytes =
        switch (this) {
          case RSA -> spki;
          case ED25519 -> Arrays.copyOfRange(spki, spki.length - ED25519_BYTES, spki.length);
        };
    return Base64.getEncoder().encodeToString(bytes);
  }
}
