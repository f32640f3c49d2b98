package dev.countersign.host.ledger.actors;

import dev.countersign.host.identity.KeyStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that the keys of all who act here are derived from, in a store of its own outside the
 * database; one for each generation.
 */
public final class LedgerSecret {
  private static final String HMAC = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final byte FIRST_BLOCK = 1;

  private final KeyStorage storage;
  private final int generation;
  private final Map<Integer, SecretKey> read = new ConcurrentHashMap<>();

  /** The {@code generation} is that of the keys that sign on this node. */
  LedgerSecret(KeyStorage storage, int generation) {
    this.storage = storage;
    this.generation = generation;
  }

  int generation() {
    return generation;
  }

  /**
   * HKDF-Expand (RFC 5869, section 2.3) with SHA-256 to 32 bytes: one HMAC, which a device can make
   * without giving the secret away.
   *
   * @param inUse whether keys of this generation have signed already, so that none can be made
   */
  byte[] derive(String info, BooleanSupplier inUse) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(secret(inUse));
      mac.update(info.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(new byte[] {FIRST_BLOCK});
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private SecretKey secret(BooleanSupplier inUse) {
    var known = read.get(generation);
    if (known == null) {
      known = stored().orElseGet(() -> first(inUse));
      read.put(generation, known);
    }
    return known;
  }

  private SecretKey first(BooleanSupplier inUse) {
    if (inUse.getAsBoolean()) {
      throw new IllegalStateException(
          "This node has no ledger secret, and others sign with one: copy data/keys from them.");
    }
    return made();
  }

  private Optional<SecretKey> stored() {
    return changed(() -> found(storage.load()));
  }

  private SecretKey made() {
    return changed(
        () -> {
          var store = storage.load();
          if (found(store).isEmpty()) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            var secret = new SecretKeySpec(random, HMAC);
            storage.add(store, alias(), new KeyStore.SecretKeyEntry(secret));
          }
          return found(storage.load()).orElseThrow();
        });
  }

  private Optional<SecretKey> found(KeyStore store) throws IOException, GeneralSecurityException {
    return store.containsAlias(alias())
        ? Optional.of(storage.secret(store, alias()))
        : Optional.empty();
  }

  // In lower case, as PKCS#12 makes every alias.
  private String alias() {
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
