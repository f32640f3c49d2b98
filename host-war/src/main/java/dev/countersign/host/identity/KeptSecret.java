package dev.countersign.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret in a key store, outside the database, that others are derived from. */
public final class KeptSecret {
  private static final String HMAC = "HmacSHA256";
  private static final int SECRET_BYTES = 32;
  private static final byte FIRST_BLOCK = 1;

  private final KeyStorage storage;
  private final String alias;
  private volatile @Nullable SecretKey read;

  /** The {@code alias} is in lower case, as PKCS#12 makes every one. */
  public KeptSecret(KeyStorage storage, String alias) {
    this.storage = storage;
    this.alias = alias;
  }

  /**
   * HKDF-Expand (RFC 5869, section 2.3) with SHA-256 to 32 bytes: one HMAC, which a device can make
   * without giving the secret away.
   *
   * @param inUse whether something was derived already, so that a missing secret is lost, and must
   *     not be made anew
   */
  public byte[] derive(String info, BooleanSupplier inUse) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(secret(inUse));
      mac.update(info.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(new byte[] {FIRST_BLOCK});
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
      byte[] random = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(random);
      storage.add(store, alias, new KeyStore.SecretKeyEntry(new SecretKeySpec(random, HMAC)));
    }
    return storage.secret(storage.load(), alias);
  }
}
