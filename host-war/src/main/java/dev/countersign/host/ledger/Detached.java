package dev.countersign.host.ledger;

import dev.countersign.host.identity.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote in or about a call. It stands beside the leaf, where it can be erased; the leaf
 * holds a commitment to it, which without the salt tells nothing.
 *
 * @param salt base64url of 16 random bytes
 * @param payload JSON in canonical form (RFC 8785)
 * @param commitment SHA-256 of the salt's bytes and the payload's, in lower-case hexadecimal
 */
record Detached(String salt, String payload, String commitment) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int OBJECT_CHARACTERS = 200;
  private static final int NOTE_CHARACTERS = 2000;

  static Optional<Detached> of(LedgerEntry entry) {
    var members = new TreeMap<String, Object>();
    put(members, "note", entry.note(), NOTE_CHARACTERS);
    put(members, "object", entry.typedObject(), OBJECT_CHARACTERS);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(salted(CanonicalJson.text(members)));
  }

  private static Detached salted(String payload) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      byte[] commitment = sha256.digest(payload.getBytes(StandardCharsets.UTF_8));
      return new Detached(
          Base64.getUrlEncoder().withoutPadding().encodeToString(salt),
          payload,
          HexFormat.of().formatHex(commitment));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  // What callers name and servers say may be anything; nothing of it may keep the entry out.
  private static void put(
      TreeMap<String, Object> members, String name, @Nullable String text, int longest) {
    if (text != null) {
      String clean = text.substring(0, Math.min(text.length(), longest)).replace('\0', '?');
      members.put(name, new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  }
}
