package dev.countersign.host.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * An ECDSA P-256 signature with {@code s} in the lower half of its range, so that one signature has
 * one form: nobody can make a second valid one of it by negating {@code s}.
 */
record EcdsaSignature(BigInteger r, BigInteger s) {
  EcdsaSignature {
    if (!inRange(r, P256.ORDER.subtract(BigInteger.ONE)) || !inRange(s, P256.HALF_ORDER)) {
      throw new IllegalArgumentException("the signature is out of range or has a high s");
    }
  }

  /** {@return the signature with the smaller of the two equivalent values of s} */
  static EcdsaSignature lowS(BigInteger r, BigInteger s) {
    return new EcdsaSignature(r, s.compareTo(P256.HALF_ORDER) > 0 ? P256.ORDER.subtract(s) : s);
  }

  /** {@return empty unless the bytes are r and s, 32 bytes each, in range} */
  static Optional<EcdsaSignature> ofP1363(byte[] raw) {
    if (raw.length != 2 * P256.COORDINATE_BYTES) {
      return Optional.empty();
    }
    return of(
        new BigInteger(1, raw, 0, P256.COORDINATE_BYTES),
        new BigInteger(1, raw, P256.COORDINATE_BYTES, P256.COORDINATE_BYTES));
  }

  /** {@return empty unless the bytes are strict DER of r and s in range} */
  static Optional<EcdsaSignature> ofDer(byte[] der) {
    Optional<BigInteger> r = integer(der, 2);
    Optional<BigInteger> s = r.isEmpty() ? r : integer(der, 4 + der[3]);
    // Tags and lengths are not looked at: written again, only the one strict form is the same.
    return s.flatMap(value -> of(r.get(), value)).filter(read -> Arrays.equals(read.der(), der));
  }

  private static Optional<BigInteger> integer(byte[] der, int tag) {
    int length = tag + 1 < der.length ? der[tag + 1] : 0;
    return length > 0 && tag + 2 + length <= der.length
        ? Optional.of(new BigInteger(der, tag + 2, length))
        : Optional.empty();
  }

  /** A signature that was just made, in DER, with whichever of the two values of s. */
  static EcdsaSignature ofAnyDer(byte[] der) {
    try {
      BigInteger[] values = StandardDSAEncoding.INSTANCE.decode(P256.ORDER, der);
      return lowS(values[0], values[1]);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a DER signature", e);
    }
  }

  /** {@return r and s, 32 bytes each (IEEE P1363), as Web Crypto takes them} */
  byte[] p1363() {
    byte[] raw = Arrays.copyOf(P256.fixed(r), 2 * P256.COORDINATE_BYTES);
    System.arraycopy(P256.fixed(s), 0, raw, P256.COORDINATE_BYTES, P256.COORDINATE_BYTES);
    return raw;
  }

  /** {@return ASN.1 DER (RFC 3279 §2.2.3), as OpenSSL takes it} */
  byte[] der() {
    try {
      return StandardDSAEncoding.INSTANCE.encode(P256.ORDER, r, s);
    } catch (IOException e) {
      throw new IllegalStateException("two integers always have a DER form", e);
    }
  }

  private static Optional<EcdsaSignature> of(BigInteger r, BigInteger s) {
    boolean valid = inRange(r, P256.ORDER.subtract(BigInteger.ONE)) && inRange(s, P256.HALF_ORDER);
    return valid ? Optional.of(new EcdsaSignature(r, s)) : Optional.empty();
  }

  private static boolean inRange(BigInteger value, BigInteger max) {
    return value.signum() > 0 && value.compareTo(max) <= 0;
  }
}
