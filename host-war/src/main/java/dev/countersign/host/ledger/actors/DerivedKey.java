package dev.countersign.host.ledger.actors;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A key pair that the server derives when it is needed. */
final class DerivedKey {
  private final byte[] seed;
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final ActorJwk jwk;
  private final String kid;

  DerivedKey(byte[] seed) {
    this.seed = seed;
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    jwk = ActorJwk.of(publicKey);
    kid = jwk.kid();
  }

  ActorJwk jwk() {
    return jwk;
  }

  String kid() {
    return kid;
  }

  byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
