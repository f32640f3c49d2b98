package dev.countersign.host.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** The curve P-256 of FIPS 186-5, in the terms of BouncyCastle and of the JDK. */
final class P256 {
  static final int COORDINATE_BYTES = 32;

  private static final X9ECParameters CURVE = ECNamedCurveTable.getByName("P-256");
  static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
  static final BigInteger ORDER = DOMAIN.getN();
  static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private P256() {}

  /**
   * Makes a public key of affine coordinates.
   *
   * @throws IllegalArgumentException if they are not a point of the curve
   */
  static ECPublicKey publicKey(BigInteger x, BigInteger y) {
    DOMAIN.getCurve().validatePoint(x, y);
    try {
      java.security.AlgorithmParameters parameters =
          java.security.AlgorithmParameters.getInstance("EC");
      parameters.init(new java.security.spec.ECGenParameterSpec("secp256r1"));
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new ECPublicKeySpec(
                      new ECPoint(x, y),
                      parameters.getParameterSpec(java.security.spec.ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a P-256 public key", e);
    }
  }

  static boolean isCurveOf(ECPublicKey key) {
    return key.getParams().getOrder().equals(ORDER);
  }

  /** {@return exactly 32 big-endian bytes} */
  static byte[] fixed(BigInteger number) {
    byte[] out = new byte[COORDINATE_BYTES];
    byte[] all = number.toByteArray();
    int length = Math.min(all.length, COORDINATE_BYTES);
    System.arraycopy(all, all.length - length, out, COORDINATE_BYTES - length, length);
    return out;
  }
}
