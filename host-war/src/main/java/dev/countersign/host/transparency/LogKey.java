package dev.countersign.host.transparency;

import dev.countersign.host.identity.KeyStorage;
import dev.countersign.host.identity.SelfSigned;
import dev.countersign.host.transparency.notes.NoteSigner;
import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The Ed25519 key that signs the checkpoints of all logs here, for each under the log's own name.
 * It is made when the first log begins, and kept outside the database.
 */
public final class LogKey {
  private static final String ALIAS = "log.1";
  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_BYTES = 32;

  private final KeyStorage storage;
  private final Clock clock;
  private @Nullable KeyPair pair;

  public LogKey(KeyStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** {@return base64 of the public half's 32 bytes} */
  public String publicKey() {
    byte[] spki = pair().getPublic().getEncoded();
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(spki, spki.length - PUBLIC_BYTES, spki.length));
  }

  /** {@return the key ready to sign under this name} */
  public NoteSigner signer(String name) {
    var key = new VerifierKey(name, SignatureType.ED25519, publicKey());
    return new NoteSigner(key, this::sign);
  }

  private byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair().getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the log's key does not sign", e);
    }
  }

  private synchronized KeyPair pair() {
    var known = pair;
    if (known == null) {
      try {
        known = storage.alone(this::readOrMade);
      } catch (IOException | GeneralSecurityException e) {
        throw new UncheckedIOException(
            "The log's key cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.",
            new IOException(e));
      }
      pair = known;
    }
    return known;
  }

  private KeyPair readOrMade() throws IOException, GeneralSecurityException {
    KeyStore store = storage.load();
    if (!store.containsAlias(ALIAS)) {
      var made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var signer = new JcaContentSignerBuilder(ALGORITHM);
      storage.add(store, ALIAS, SelfSigned.entry(made, "log", clock.instant(), signer));
      store = storage.load();
    }
    PublicKey open = store.getCertificate(ALIAS).getPublicKey();
    PrivateKey secret = storage.key(store, ALIAS);
    return new KeyPair(open, secret);
  }
}
