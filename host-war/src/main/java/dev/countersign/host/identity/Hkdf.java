package dev.countersign.host.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Many secrets out of one (RFC 5869) with SHA-256, each 32 bytes. */
public final class Hkdf {
  private static final String HMAC = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final byte FIRST_BLOCK = 1;

  private Hkdf() {}

  /** {@return a new secret to derive others from} */
  public static SecretKey secret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, HMAC);
  }

  /**
   * HKDF-Expand (section 2.3) to one block: one HMAC, which a device can make without giving the
   * secret away.
   */
  public static byte[] expand(SecretKey secret, String info) throws GeneralSecurityException {
    var mac = Mac.getInstance(HMAC);
    mac.init(secret);
    mac.update(info.getBytes(StandardCharsets.UTF_8));
    return mac.doFinal(new byte[] {FIRST_BLOCK});
  }
}
