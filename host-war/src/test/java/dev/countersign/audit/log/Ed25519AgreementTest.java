package dev.countersign.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

/** Whichever library verifies, the same signatures hold. */
class Ed25519AgreementTest {
  private static final byte[] SEED = new byte[Ed25519.SECRET_KEY_SIZE];
  private static final byte[] TEXT = {1, 2, 3};

  @Test
  void both_libraries_take_the_same_signatures_and_keys() {
    var fast = NativeEd25519.load();
    assumeTrue(fast.isPresent(), "no native library for this machine");
    byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(SEED, 0, key, 0);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(SEED, 0, TEXT, 0, TEXT.length, signature, 0);
    int held = 0;
    for (int bit = -1; bit < 8 * (key.length + signature.length); bit++) {
      byte[] ofKey = key.clone();
      byte[] ofSignature = signature.clone();
      if (bit >= 8 * key.length) {
        flip(ofSignature, bit - 8 * key.length);
      } else if (bit >= 0) {
        flip(ofKey, bit);
      }
      boolean pure = PureEd25519.key(ofKey).map(k -> k.verifies(TEXT, ofSignature)).orElse(false);
      boolean quick = fast.get().key(ofKey).map(k -> k.verifies(TEXT, ofSignature)).orElse(false);
      assertEquals(pure, quick, "bit " + bit);
      held += pure ? 1 : 0;
    }
    assertEquals(1, held);
    byte[] larger = withLargerS(signature);
    assertEquals(false, PureEd25519.key(key).orElseThrow().verifies(TEXT, larger));
    assertEquals(false, fast.get().key(key).orElseThrow().verifies(TEXT, larger));
  }

  private static void flip(byte[] bytes, int bit) {
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
  }

  /** S plus the order of the group: the same point, and yet another signature (RFC 8032, 8.4). */
  private static byte[] withLargerS(byte[] signature) {
    byte[] order =
        java.util.HexFormat.of()
            .parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    byte[] larger = Arrays.copyOf(signature, signature.length);
    int carry = 0;
    for (int i = 0; i < order.length; i++) {
      int sum = (signature[32 + i] & 255) + (order[i] & 255) + carry;
      larger[32 + i] = (byte) sum;
      carry = sum >> 8;
    }
    return larger;
  }
}
