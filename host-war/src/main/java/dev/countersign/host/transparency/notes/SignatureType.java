package dev.countersign.host.transparency.notes;

import java.util.Arrays;
import java.util.Optional;

/** How a note is signed, with the byte that names it in keys (C2SP {@code signed-note}). */
public enum SignatureType {
  /** Over the text. */
  ED25519(1),
  /** On P-256 with SHA-256, in DER, over the text. */
  ECDSA(2),
  /** A witness's, with the time: Ed25519 over a header, the time and the text. */
  COSIGNATURE(4);

  private final byte code;

  SignatureType(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static Optional<SignatureType> of(byte code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
