package dev.countersign.conformance.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The two numbers of a P-256 signature, and other pairs that a lax verifier would take. */
record EcdsaNumbers(BigInteger r, BigInteger s) {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  static EcdsaNumbers ofDer(byte[] der) {
    int rLength = der[3];
    var r = new BigInteger(1, der, 4, rLength);
    return new EcdsaNumbers(r, new BigInteger(1, der, 6 + rLength, der[5 + rLength]));
  }

  static EcdsaNumbers ofP1363(byte[] raw) {
    return new EcdsaNumbers(new BigInteger(1, raw, 0, 32), new BigInteger(1, raw, 32, 32));
  }

  /** The same signature with the other value of s, which verifies as well where nobody looks. */
  EcdsaNumbers highS() {
    return new EcdsaNumbers(r, ORDER.subtract(s));
  }

  List<EcdsaNumbers> forgeries() {
    var zero = BigInteger.ZERO;
    return List.of(
        highS(),
        new EcdsaNumbers(zero, zero),
        new EcdsaNumbers(zero, s),
        new EcdsaNumbers(r, zero),
        new EcdsaNumbers(BigInteger.ONE, BigInteger.ONE),
        new EcdsaNumbers(s, r),
        new EcdsaNumbers(ORDER, ORDER),
        new EcdsaNumbers(ORDER, s),
        new EcdsaNumbers(r.add(BigInteger.ONE), s),
        new EcdsaNumbers(r, s.add(BigInteger.ONE)),
        new EcdsaNumbers(ORDER.subtract(r), s));
  }

  byte[] p1363() {
    byte[] raw = new byte[64];
    put(r, raw, 32);
    put(s, raw, 64);
    return raw;
  }

  private static void put(BigInteger number, byte[] raw, int end) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, raw, end - length, length);
  }

  byte[] der() {
    return sequence(integer(r.toByteArray()), integer(s.toByteArray()));
  }

  /** The same numbers in forms that strict DER does not have. */
  List<byte[]> looseDer() {
    byte[] padded = new byte[r.toByteArray().length + 1];
    System.arraycopy(r.toByteArray(), 0, padded, 1, padded.length - 1);
    byte[] negative = r.toByteArray().clone();
    negative[0] |= (byte) 0x80;
    byte[] longer = Arrays.copyOf(der(), der().length + 1);
    longer[1]++;
    return List.of(
        sequence(integer(padded), integer(s.toByteArray())),
        sequence(integer(negative), integer(s.toByteArray())),
        sequence(integer(r.toByteArray())),
        sequence(integer(r.toByteArray()), integer(s.toByteArray()), integer(new byte[] {1})),
        longer);
  }

  private static byte[] integer(byte[] value) {
    return tagged(0x02, value);
  }

  private static byte[] sequence(byte[]... items) {
    var all = new ByteArrayOutputStream();
    for (byte[] item : items) {
      all.writeBytes(item);
    }
    return tagged(0x30, all.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] value) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }
}
