package dev.countersign.host.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret itself, {@code mm_live_} and 256 random bits in base64url; shown once and stored as
 * its SHA-256 only. A plain hash is enough because the secret has full entropy: there is nothing to
 * guess.
 */
public record ApiKey(String secret) {
  public static final String PREFIX = "mm_live_";
  private static final int SHOWN_CHARACTERS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static ApiKey mint() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * Lower-case hex; look-ups go by this, so no comparison ever runs over the secret's own
   * characters.
   */
  public String sha256() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Enough to tell keys apart in a list, and no more. */
  public String prefix() {
    return secret.substring(0, Math.min(secret.length(), PREFIX.length() + SHOWN_CHARACTERS));
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }
}
