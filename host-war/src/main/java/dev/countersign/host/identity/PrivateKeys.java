package dev.countersign.host.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The private keys at hand, by the thumbprints of their public halves. */
final class PrivateKeys {
  private final KeyStorage storage;
  private final Map<String, SigningKey> read = new ConcurrentHashMap<>();

  PrivateKeys(KeyStorage storage) {
    this.storage = storage;
  }

  /** Looks into the store again for a key that was not there: another node may have made it. */
  Optional<SigningKey> find(String kid) throws IOException, GeneralSecurityException {
    if (!read.containsKey(kid)) {
      KeyStore store = storage.load();
      for (String alias : Collections.list(store.aliases())) {
        read(store, alias);
      }
    }
    return Optional.ofNullable(read.get(kid));
  }

  /** Makes a key. Aliases are {@code owner.number}. */
  PublishedKey make(KeyOwner owner, Instant now) throws IOException, GeneralSecurityException {
    KeyStore store = storage.load();
    int number = 1;
    while (store.containsAlias(owner.alias() + "." + number)) {
      number++;
    }
    String alias = owner.alias() + "." + number;
    storage.add(store, alias, KeyMaker.make(owner.alias(), now, storage.provider()));
    return read(store, alias)
        .map(key -> PublishedKey.startingAt(owner, key.jwk(), now))
        .orElseThrow(() -> new GeneralSecurityException("the key store lost a new key"));
  }

  /** {@return the public halves of what the store has for this owner, newest first} */
  List<PublishedKey> of(KeyOwner owner) throws IOException, GeneralSecurityException {
    KeyStore store = storage.load();
    List<PublishedKey> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (alias.startsWith(owner.alias() + ".")
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        Instant nbf = certificate.getNotBefore().toInstant();
        read(store, alias)
            .ifPresent(key -> keys.add(PublishedKey.startingAt(owner, key.jwk(), nbf)));
      }
    }
    keys.sort(Comparator.comparing(PublishedKey::nbf).reversed());
    return keys;
  }

  private Optional<SigningKey> read(KeyStore store, String alias)
      throws IOException, GeneralSecurityException {
    boolean usable =
        store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)
            && store.getCertificate(alias).getPublicKey() instanceof ECPublicKey key
            && P256.isCurveOf(key);
    if (!usable) {
      return Optional.empty();
    }
    var jwk = PublicJwk.of((ECPublicKey) store.getCertificate(alias).getPublicKey());
    SigningKey key = storage.signing(storage.key(store, alias), jwk);
    read.put(jwk.kid(), key);
    return Optional.of(key);
  }
}
