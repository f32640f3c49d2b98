package dev.countersign.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The signing keys of this installation: one for the service and one for each tenant, kept outside
 * the database. Their public halves are also written to {@code public-keys/}, for verification
 * without this server.
 *
 * <p>Aliases are {@code owner.number}; the highest number signs, the others still verify old mail.
 */
public final class SigningKeys implements KeyLookup {
  private final KeyStoreFile file;
  private final Path published;
  private final Clock clock;
  private final Map<KeyOwner, List<SigningKey>> loaded = new ConcurrentHashMap<>();

  private SigningKeys(KeyStoreFile file, Path published, Clock clock) {
    this.file = file;
    this.published = published;
    this.clock = clock;
  }

  /**
   * Opens the keys under {@code data}, making the store and the service key at the first start.
   *
   * @param password of the store; empty to keep a random one in {@code data/keys}
   * @throws UncheckedIOException if the store cannot be read, also for a wrong password
   */
  public static SigningKeys open(Path data, Optional<String> password, Clock clock) {
    try {
      Path published = data.resolve("public-keys");
      PrivateFile.createFolder(published, true);
      SigningKeys keys =
          new SigningKeys(new KeyStoreFile(data.resolve("keys"), password), published, clock);
      keys.current(new KeyOwner.Service());
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("The signing keys cannot be opened.", e);
    }
  }

  /** {@return the key that signs for this owner, made now if the owner has none} */
  public SigningKey current(KeyOwner owner) {
    List<SigningKey> keys = loaded.get(owner);
    return (keys == null ? loadOrMake(owner) : keys).get(0);
  }

  /** {@return the owner's public keys, newest first; none is made} */
  @Override
  public JwkSet keys(KeyOwner owner) {
    List<SigningKey> keys = loaded.get(owner);
    List<SigningKey> known = keys == null ? read(owner) : keys;
    return new JwkSet(known.stream().map(SigningKey::jwk).toList());
  }

  private List<SigningKey> read(KeyOwner owner) {
    try {
      return keysOf(owner, file.load());
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  // Two nodes over one folder must not make two keys; the monitor is for two threads of this one.
  private synchronized List<SigningKey> loadOrMake(KeyOwner owner) {
    try {
      List<SigningKey> keys = file.alone(() -> storedOrMade(owner));
      publish(owner, keys);
      loaded.put(owner, keys);
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  private List<SigningKey> storedOrMade(KeyOwner owner)
      throws IOException, GeneralSecurityException {
    KeyStore store = file.load();
    if (keysOf(owner, store).isEmpty()) {
      PrivateKeyEntry made = KeyMaker.make(owner.alias(), clock.instant());
      store.setEntry(owner.alias() + ".1", made, new PasswordProtection(file.password()));
      file.save(store);
    }
    return keysOf(owner, store);
  }

  private List<SigningKey> keysOf(KeyOwner owner, KeyStore store)
      throws GeneralSecurityException, IOException {
    List<SigningKey> newestFirst = new ArrayList<>();
    for (int n = 1; store.containsAlias(owner.alias() + "." + n); n++) {
      if (!(store.getEntry(owner.alias() + "." + n, new PasswordProtection(file.password()))
              instanceof PrivateKeyEntry entry)
          || !(entry.getPrivateKey() instanceof ECPrivateKey key)
          || !(entry.getCertificate().getPublicKey() instanceof ECPublicKey publicKey)) {
        throw new GeneralSecurityException("the key store holds something else than P-256 keys");
      }
      newestFirst.add(0, new SigningKey(key, PublicJwk.of(publicKey)));
    }
    return List.copyOf(newestFirst);
  }

  private void publish(KeyOwner owner, List<SigningKey> keys) throws IOException {
    String json = new JwkSet(keys.stream().map(SigningKey::jwk).toList()).json() + "\n";
    PrivateFile.replace(
        published.resolve(owner.alias() + ".json"), json.getBytes(StandardCharsets.UTF_8), true);
  }

  private static UncheckedIOException unreadable(Exception e) {
    return new UncheckedIOException(
        "The key store cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.",
        e instanceof IOException io ? io : new IOException(e));
  }
}
