package dev.countersign.audit.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Sha256;
import dev.countersign.audit.entries.Unreadable;
import java.util.HexFormat;

/**
 * The personal part of an entry, where it was not erased.
 *
 * @param commitment what the entry must have committed to: SHA-256(salt, canonical payload) in hex
 */
public record Detached(String entry, String commitment) {
  private static final int SALT_BYTES = 16;

  /** Reads {@code {"detached":{"entry":…,"salt":…,"payload":{…}}}}. */
  public static Detached of(byte[] line) throws Unreadable {
    JsonNode outer = StrictJson.object(line);
    JsonNode detached = outer.path("detached");
    if (outer.size() != 1
        || detached.size() != 3
        || !detached.path("entry").isTextual()
        || !detached.path("salt").isTextual()
        || !detached.path("payload").isObject()) {
      throw new Unreadable("a line behind the entries is not a detached part");
    }
    byte[] salt = Base64Text.ofUrl(detached.get("salt").asText());
    if (salt.length != SALT_BYTES) {
      throw new Unreadable("the salt of a detached part has 16 bytes");
    }
    byte[] payload = StrictJson.canonical(detached.get("payload"));
    return new Detached(
        detached.get("entry").asText(), HexFormat.of().formatHex(Sha256.of(salt, payload)));
  }
}
