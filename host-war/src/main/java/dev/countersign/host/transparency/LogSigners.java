package dev.countersign.host.transparency;

import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.identity.SigningKey;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.transparency.notes.NoteSigner;
import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.VerifierKey;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Who signs a log's checkpoints: the log's own key, and beside it that of the log's owner. */
@ApplicationScoped
public class LogSigners {
  @Inject LogKey logKey;
  @Inject SigningKeys signingKeys;

  /**
   * Inside a transaction.
   *
   * @throws IllegalStateException if this node has another key than the one that began the log
   */
  List<NoteSigner> of(LogHead log) {
    if (!log.signedBy().equals(logKey.publicKey())) {
      throw new IllegalStateException(
          "This node's log key is not the one that signs the log: copy data/keys from a node that"
              + " has it.");
    }
    SigningKey owner = signingKeys.current(owner(log.id()));
    var key = verifier(log, owner.jwk().key().getEncoded());
    return List.of(logKey.signer(log.origin()), new NoteSigner(key, owner::derSignature));
  }

  /** {@return the keys by which the log's checkpoints are verified, its own first} */
  List<VerifierKey> published(LogHead log) {
    var own = new VerifierKey(log.origin(), SignatureType.ED25519, log.signedBy());
    var owners =
        signingKeys.keys(owner(log.id())).keys().stream()
            .filter(key -> key.revocation().isEmpty())
            .map(PublishedKey::jwk)
            .map(jwk -> verifier(log, jwk.key().getEncoded()));
    return Stream.concat(Stream.of(own), owners).toList();
  }

  private static VerifierKey verifier(LogHead log, byte[] spki) {
    return VerifierKey.of(log.origin(), SignatureType.ECDSA, spki);
  }

  private static KeyOwner owner(LogId log) {
    return log.equals(LogId.SERVER) ? new KeyOwner.Service() : new KeyOwner.Tenant(log.value());
  }
}
