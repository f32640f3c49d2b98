package dev.countersign.conformance.transparency;

import java.math.BigInteger;

/** The hash and the entries that the specification's twin test has in Lean too. */
final class Sums {
  // The largest prime below 2^64, and a multiplier; both as in proofs/gate/Merkle.lean.
  private static final BigInteger PRIME = new BigInteger("18446744073709551557");
  private static final BigInteger FACTOR = BigInteger.valueOf(1099511628211L);
  private static final int[] STARTS = {1, 2, 3, 5};
  private static final int LANE = 8;

  private Sums() {}

  static byte[] hash(byte[] bytes) {
    byte[] hash = new byte[STARTS.length * LANE];
    for (int lane = 0; lane < STARTS.length; lane++) {
      var sum = BigInteger.valueOf(STARTS[lane]);
      for (byte b : bytes) {
        sum = sum.multiply(FACTOR).add(BigInteger.valueOf((b & 0xff) + 1)).mod(PRIME);
      }
      for (int i = LANE - 1; i >= 0; i--) {
        hash[lane * LANE + i] = sum.byteValue();
        sum = sum.shiftRight(LANE);
      }
    }
    return hash;
  }

  /** The bytes of the number, least first, without a byte for 0. */
  static byte[] entry(int number) {
    if (number == 0) {
      return new byte[0];
    }
    return number < 256
        ? new byte[] {(byte) number}
        : new byte[] {(byte) number, (byte) (number >> 8)};
  }
}
