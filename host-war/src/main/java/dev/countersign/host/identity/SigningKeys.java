package dev.countersign.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys of this installation: one for the service and one for each tenant, in all their
 * generations. Private halves are in a {@link KeyStorage}, outside the database; a {@link
 * KeyRegister} says which public keys there are and which of them signs now.
 */
public final class SigningKeys implements KeyLookup {
  static final String STORE = "signing";

  private final KeyStorage storage;
  private final PrivateKeys privateKeys;
  private final KeyRegister register;
  private final Clock clock;

  public SigningKeys(KeyStorage storage, KeyRegister register, Clock clock) {
    this.storage = storage;
    this.privateKeys = new PrivateKeys(storage);
    this.register = register;
    this.clock = clock;
  }

  /**
   * Opens the keys under {@code data} with nothing but that folder, making the store and the
   * service key if they are not there.
   *
   * @param password of the store; empty to keep a random one in {@code data/keys}
   * @throws UncheckedIOException if the store cannot be read, also for a wrong password
   */
  public static SigningKeys open(Path data, Optional<String> password, Clock clock) {
    SigningKeys keys =
        new SigningKeys(KeyStoreFile.in(data, STORE, password), PublishedKeys.in(data), clock);
    keys.current(new KeyOwner.Service());
    return keys;
  }

  /**
   * {@return the key that signs for this owner, made now if the owner has none}
   *
   * @throws IllegalStateException if its private half is not here but on another node
   */
  public SigningKey current(KeyOwner owner) {
    PublishedKey key = register.keys(owner).current().orElseGet(() -> first(owner));
    return held(key.kid())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The private key " + key.kid() + " is not in this node's key store."));
  }

  /**
   * {@return a key of this owner, also a retired one, that can still speak for itself} Empty if it
   * was revoked, or is not here.
   *
   * @param spki the public half as DER SubjectPublicKeyInfo
   */
  public Optional<SigningKey> unrevoked(KeyOwner owner, byte[] spki) {
    return register.keys(owner).keys().stream()
        .filter(key -> key.revocation().isEmpty())
        .filter(key -> Arrays.equals(key.jwk().key().getEncoded(), spki))
        .findFirst()
        .flatMap(key -> held(key.kid()));
  }

  /** {@return the owner's public keys, newest first; none is made} */
  @Override
  public JwkSet keys(KeyOwner owner) {
    return register.keys(owner);
  }

  /** Makes a key that signs from now on; the one that did is retired. */
  public JwkSet rotate(KeyOwner owner) {
    return changed(() -> recorded(owner, privateKeys.make(owner, now())));
  }

  /**
   * Lets a key of the store sign that was put there from outside.
   *
   * @return empty if the store has no such key of this owner, or it was in use before
   */
  public Optional<JwkSet> rotateTo(KeyOwner owner, String kid) {
    return changed(
        () ->
            privateKeys.of(owner).stream()
                .filter(key -> key.kid().equals(kid) && register.keys(owner).find(kid).isEmpty())
                .findFirst()
                .map(key -> recorded(owner, PublishedKey.startingAt(owner, key.jwk(), now()))));
  }

  /**
   * Says that nothing under this key counts any more. If it is the one that signs, another is made.
   *
   * @return empty if the owner has no such key
   */
  public Optional<JwkSet> revoke(KeyOwner owner, String kid, String reason) {
    var found = register.keys(owner).find(kid);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var revoked = found.get().revokedBy(new Revocation(now(), reason));
    List<PublishedKey> keys = new ArrayList<>(register.keys(owner).keys());
    keys.replaceAll(key -> key.kid().equals(kid) ? revoked : key);
    register.record(owner, new JwkSet(keys));
    return Optional.of(found.get().current() ? rotate(owner) : new JwkSet(keys));
  }

  // Of two threads, and of two nodes over one store, the later one finds what the first one made.
  private PublishedKey first(KeyOwner owner) {
    return changed(
        () -> {
          JwkSet known = register.keys(owner);
          if (known.current().isPresent()) {
            return known.current().get();
          }
          List<PublishedKey> stored =
              known.keys().isEmpty() ? privateKeys.of(owner) : List.<PublishedKey>of();
          PublishedKey first =
              stored.isEmpty() ? privateKeys.make(owner, now()) : stored.getFirst();
          return recorded(owner, first).current().orElseThrow();
        });
  }

  private JwkSet recorded(KeyOwner owner, PublishedKey newest) {
    List<PublishedKey> keys = new ArrayList<>(register.keys(owner).keys());
    keys.replaceAll(key -> key.retiredAt(newest.nbf()));
    keys.addFirst(newest);
    JwkSet next = new JwkSet(keys);
    register.record(owner, next);
    return next;
  }

  private Optional<SigningKey> held(String kid) {
    try {
      return privateKeys.find(kid);
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  private <T> T changed(KeyStorage.Change<T> change) {
    try {
      return storage.alone(change);
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static UncheckedIOException unreadable(Exception e) {
    return new UncheckedIOException(
        "The key store cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.",
        e instanceof IOException io ? io : new IOException(e));
  }
}
