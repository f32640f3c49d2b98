package dev.countersign.host.transparency.store;

import java.util.Optional;

/**
 * A log as it stands.
 *
 * @param origin the first line of its checkpoints, for ever
 * @param size entries that have their place
 */
public record LogHead(LogId id, String origin, long size, Keys keys) {

  /**
   * Who signs a log.
   *
   * @param own base64 of its Ed25519 key
   * @param owners base64 of the P-256 key beside it; empty until the first checkpoint with entries
   * @param before the Ed25519 key that signs too for a while, after it was replaced
   */
  public record Keys(String own, Optional<String> owners, Optional<Leaving> before) {}

  /** A key that signs until a time, milliseconds since 1970. */
  public record Leaving(String key, long until) {}

  /** A log that begins now. */
  public static LogHead opening(LogId id, String origin, String ownKey) {
    return new LogHead(id, origin, 0, new Keys(ownKey, Optional.empty(), Optional.empty()));
  }

  public LogHead signedBy(Keys others) {
    return new LogHead(id, origin, size, others);
  }
}
