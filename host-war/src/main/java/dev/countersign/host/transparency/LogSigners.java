package dev.countersign.host.transparency;

import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.identity.SigningKey;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.transparency.notes.NoteSigner;
import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.VerifierKey;
import dev.countersign.host.transparency.store.KeyChangeTable;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who signs a log's checkpoints: the log's own key, and beside it that of the log's owner; after a
 * change, for a while also the key that the log had before.
 */
@ApplicationScoped
public class LogSigners {
  @Inject LogKey logKey;
  @Inject SigningKeys signingKeys;
  @Inject InstantSource time;

  /**
   * Inside a transaction.
   *
   * @throws IllegalStateException if this node does not have the key that signs the log
   */
  List<NoteSigner> of(LogHead log) {
    var leaving =
        log.keys().before().filter(before -> before.until() > time.millis()).stream()
            .map(before -> logKey.signer(log.origin(), before.key()));
    return Stream.concat(Stream.of(own(log), owners(log)), leaving).toList();
  }

  /** {@return the log's Ed25519 key of now} */
  NoteSigner own(LogHead log) {
    return logKey.signer(log.origin(), log.keys().own());
  }

  /** {@return the key of the log's owner that signs from now on} */
  NoteSigner owners(LogHead log) {
    return signer(log, signingKeys.current(owner(log.id())));
  }

  /** {@return the P-256 key of the newest checkpoint, if it is here and was not revoked} */
  Optional<NoteSigner> ownersBefore(LogHead log) {
    return log.keys()
        .owners()
        .map(Base64.getDecoder()::decode)
        .flatMap(spki -> signingKeys.unrevoked(owner(log.id()), spki))
        .map(key -> signer(log, key));
  }

  /** {@return the keys by which the log's checkpoints are verified, those that sign now first} */
  List<VerifierKey> published(Connection connection, LogHead log) throws SQLException {
    Set<VerifierKey> keys = new LinkedHashSet<>();
    keys.add(new VerifierKey(log.origin(), SignatureType.ED25519, log.keys().own()));
    signingKeys.keys(owner(log.id())).keys().stream()
        .filter(key -> key.revocation().isEmpty())
        .map(PublishedKey::jwk)
        .forEach(jwk -> keys.add(verifier(log, jwk.key().getEncoded())));
    new KeyChangeTable(connection, log.id())
        .all().reversed().stream()
            .map(KeyChangeTable.KeyChange::old)
            .filter(old -> old.type() == SignatureType.ED25519)
            .forEach(keys::add);
    return List.copyOf(keys);
  }

  private static NoteSigner signer(LogHead log, SigningKey key) {
    return new NoteSigner(verifier(log, key.jwk().key().getEncoded()), key::derSignature);
  }

  private static VerifierKey verifier(LogHead log, byte[] spki) {
    return VerifierKey.of(log.origin(), SignatureType.ECDSA, spki);
  }

  private static KeyOwner owner(LogId log) {
    return log.equals(LogId.SERVER) ? new KeyOwner.Service() : new KeyOwner.Tenant(log.value());
  }
}
