package dev.countersign.host.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A text that nobody can guess, for a link: 256 random bits. What is stored of it is its SHA-256.
 *
 * @param text 43 characters that stand in an address as they are
 */
public record RandomToken(String text) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static RandomToken mint() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** {@return 64 lower-case hexadecimal digits} */
  public String sha256() {
    return sha256(text);
  }

  /** {@return the same of a text that somebody presents} */
  public static String sha256(String presented) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(presented.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
