package dev.countersign.host.dkim;

import dev.countersign.host.identity.KeyStorage;
import dev.countersign.host.identity.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The private keys of the domains, in a store of their own outside the database. */
public final class DkimKeys {
  private final KeyStorage storage;
  private final Clock clock;
  private final Map<String, PrivateKey> read = new ConcurrentHashMap<>();

  DkimKeys(KeyStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Makes a key and {@return its public half} */
  PublicKey make(String domain, String selector, DkimAlgorithm algorithm) {
    return changed(
        () -> {
          // The platform's own providers: PKCS#12 gives their kind of keys back.
          var generator = KeyPairGenerator.getInstance(algorithm.keyAlgorithm());
          generator.initialize(algorithm.keyBits());
          var pair = generator.generateKeyPair();
          var signer = new JcaContentSignerBuilder(algorithm.certificateSignature());
          var entry = SelfSigned.entry(pair, domain, clock.instant(), signer);
          storage.add(storage.load(), alias(domain, selector, algorithm), entry);
          return pair.getPublic();
        });
  }

  /**
   * {@return the key that signs}
   *
   * @throws IllegalStateException if it is not here but on another node
   */
  PrivateKey key(String domain, String selector, DkimAlgorithm algorithm) {
    return read.computeIfAbsent(alias(domain, selector, algorithm), this::stored);
  }

  private PrivateKey stored(String alias) {
    return changed(
        () -> {
          KeyStore store = storage.load();
          if (!store.isKeyEntry(alias)) {
            throw new IllegalStateException(
                "The DKIM key " + alias + " is not in this node's key store.");
          }
          return storage.key(store, alias);
        });
  }

  // In lower case, as PKCS#12 makes every alias.
  private static String alias(String domain, String selector, DkimAlgorithm algorithm) {
    return selector + algorithm.selectorSuffix() + "." + domain;
  }

  private <T> T changed(KeyStorage.Change<T> change) {
    try {
      return storage.alone(change);
    } catch (IOException | GeneralSecurityException e) {
      throw new UncheckedIOException(
          "The store of DKIM keys cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.",
          e instanceof IOException io ? io : new IOException(e));
    }
  }
}
