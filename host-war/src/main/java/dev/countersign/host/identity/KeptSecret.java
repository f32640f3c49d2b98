package dev.countersign.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A secret in a key store, outside the database, that others are derived from. */
public final class KeptSecret {
  private final KeyStorage storage;
  private final String alias;
  private volatile @Nullable SecretKey read;

  /** The {@code alias} is in lower case, as PKCS#12 makes every one. */
  public KeptSecret(KeyStorage storage, String alias) {
    this.storage = storage;
    this.alias = alias;
  }

  /**
   * The secret that this info stands for, 32 bytes.
   *
   * @param inUse whether something was derived already, so that a missing secret is lost, and must
   *     not be made anew
   */
  public byte[] derive(String info, BooleanSupplier inUse) {
    try {
      return Hkdf.expand(secret(inUse), info);
    } catch (IOException | GeneralSecurityException e) {
      throw new UncheckedIOException(
          "A key store cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.",
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  private SecretKey secret(BooleanSupplier inUse) throws IOException, GeneralSecurityException {
    var known = read;
    if (known == null) {
      known = storage.alone(() -> stored(inUse));
      read = known;
    }
    return known;
  }

  private SecretKey stored(BooleanSupplier inUse) throws IOException, GeneralSecurityException {
    var store = storage.load();
    if (!store.containsAlias(alias)) {
      if (inUse.getAsBoolean()) {
        throw new IllegalStateException(
            "This node lacks a secret that others use: copy data/keys from them.");
      }
      storage.add(store, alias, new KeyStore.SecretKeyEntry(Hkdf.secret()));
    }
    return storage.secret(storage.load(), alias);
  }
}
