package dev.countersign.host.ledger.actors;

import java.util.Optional;

/** The key of whoever acts, ready for one entry. Where its private half is does not show. */
public interface ActorKey {
  /** {@return the JWK thumbprint (RFC 7638), which names the key} */
  String kid();

  /** What the log does not know of this key yet; empty once an entry has said it. */
  Optional<Introduction> introduction();

  /** {@return the Ed25519 signature over these bytes (RFC 8032), 64 bytes} */
  byte[] sign(byte[] message);

  /** A public key and whose it is. */
  record Introduction(
      ActorJwk jwk, HeldBy heldBy, Signatory principal, Optional<Replacement> replaces) {}

  /**
   * The key that the principal had before says which one is the next.
   *
   * @param signature by the old key, over {@code countersign-ledger-key-v1\n} and the new kid
   */
  record Replacement(String kid, String signature) {}
}
