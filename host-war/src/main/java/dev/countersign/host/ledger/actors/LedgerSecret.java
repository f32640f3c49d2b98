package dev.countersign.host.ledger.actors;

import dev.countersign.host.identity.Hkdf;
import dev.countersign.host.identity.KeyStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import javax.crypto.SecretKey;

/**
 * The secrets that the keys of all who act here are derived from, one for each generation, in a
 * store of their own outside the database.
 */
public final class LedgerSecret {
  private final KeyStorage storage;
  private final int generation;
  private final Map<Integer, SecretKey> read = new ConcurrentHashMap<>();

  /** The {@code generation} is that of the keys that sign on this node. */
  LedgerSecret(KeyStorage storage, int generation) {
    if (generation < 1) {
      throw new IllegalArgumentException(
          "COUNTERSIGN_LEDGER_KEY_GENERATION counts from 1, and is not " + generation);
    }
    this.storage = storage;
    this.generation = generation;
  }

  int generation() {
    return generation;
  }

  /**
   * Sees to it that the generation that signs here has a secret.
   *
   * @param inUse whether keys of a generation have signed already, so that none can be made
   * @throws IllegalStateException if others sign with a secret that is not here
   */
  void begin(IntPredicate inUse) {
    if (find(generation).isEmpty()) {
      if (inUse.test(generation)) {
        throw new IllegalStateException(
            "This node has no ledger secret, and others sign with one: copy data/keys from them.");
      }
      make();
    }
  }

  /**
   * The secret that this info stands for, 32 bytes.
   *
   * @return empty if the store has no secret of that generation
   */
  Optional<byte[]> derive(int ofGeneration, String info) {
    return find(ofGeneration).map(secret -> expanded(secret, info));
  }

  private static byte[] expanded(SecretKey secret, String info) {
    try {
      return Hkdf.expand(secret, info);
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private Optional<SecretKey> find(int wanted) {
    var known = read.get(wanted);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SecretKey> stored = changed(() -> found(storage.load(), wanted));
    stored.ifPresent(secret -> read.put(wanted, secret));
    return stored;
  }

  private void make() {
    boolean there =
        changed(
            () -> {
              var store = storage.load();
              if (found(store, generation).isEmpty()) {
                storage.add(store, alias(generation), new KeyStore.SecretKeyEntry(Hkdf.secret()));
              }
              return found(storage.load(), generation).isPresent();
            });
    if (!there) {
      throw new IllegalStateException("the key store lost a new ledger secret");
    }
  }

  private Optional<SecretKey> found(KeyStore store, int wanted)
      throws IOException, GeneralSecurityException {
    return store.containsAlias(alias(wanted))
        ? Optional.of(storage.secret(store, alias(wanted)))
        : Optional.empty();
  }

  // In lower case, as PKCS#12 makes every alias.
  private static String alias(int generation) {
    return "ledger." + generation;
  }

  private <T> T changed(KeyStorage.Change<T> change) {
    try {
      return storage.alone(change);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private static UncheckedIOException unusable(Exception e) {
    return new UncheckedIOException(
        "The ledger secret cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.",
        e instanceof IOException io ? io : new IOException(e));
  }
}
