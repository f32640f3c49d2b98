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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The Ed25519 key that signs the checkpoints of all logs here, for each under the log's own name,
 * in all its generations. The first is made when the first log begins; all are kept outside the
 * database.
 */
public final class LogKey {
  private static final String ALIAS = "log.";
  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_BYTES = 32;

  private final KeyStorage storage;
  private final Clock clock;
  private List<KeyPair> generations = List.of();

  public LogKey(KeyStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** {@return base64 of the newest generation's public half, 32 bytes} */
  public String publicKey() {
    return publicKey(known().getLast());
  }

  /** {@return base64 of a new generation's public half; logs follow with their next checkpoint} */
  public synchronized String rotate() {
    generations = stored(true);
    return publicKey();
  }

  /**
   * {@return the newest generation after this one; empty if this is the newest}
   *
   * @throws IllegalStateException if this node does not have the key
   */
  Optional<String> successor(String publicKey) {
    held(publicKey);
    return Optional.of(publicKey()).filter(newest -> !newest.equals(publicKey));
  }

  /** {@return the newest key ready to sign under this name} */
  public NoteSigner signer(String name) {
    return signer(name, publicKey());
  }

  /**
   * {@return a key of this store ready to sign under this name}
   *
   * @throws IllegalStateException if this node does not have it
   */
  NoteSigner signer(String name, String publicKey) {
    KeyPair pair = held(publicKey);
    var key = new VerifierKey(name, SignatureType.ED25519, publicKey);
    return new NoteSigner(key, text -> sign(pair, text));
  }

  private static byte[] sign(KeyPair pair, byte[] text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the log's key does not sign", e);
    }
  }

  /** Looks into the store again for a key that was not there: another node may have made it. */
  private synchronized KeyPair held(String publicKey) {
    if (find(publicKey).isEmpty()) {
      generations = stored(false);
    }
    return find(publicKey)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This node does not have the key that signs the log: copy data/keys from a"
                        + " node that has it."));
  }

  private Optional<KeyPair> find(String publicKey) {
    return known().stream().filter(pair -> publicKey(pair).equals(publicKey)).findFirst();
  }

  private synchronized List<KeyPair> known() {
    if (generations.isEmpty()) {
      generations = stored(false);
    }
    return generations;
  }

  private List<KeyPair> stored(boolean oneMore) {
    try {
      return storage.alone(() -> read(oneMore));
    } catch (IOException | GeneralSecurityException e) {
      throw new UncheckedIOException(
          "The log's key cannot be used; check COUNTERSIGN_KEYSTORE_PASSWORD.", new IOException(e));
    }
  }

  private List<KeyPair> read(boolean oneMore) throws IOException, GeneralSecurityException {
    KeyStore store = storage.load();
    List<KeyPair> found = new ArrayList<>();
    while (store.containsAlias(ALIAS + (found.size() + 1))) {
      found.add(pair(store, ALIAS + (found.size() + 1)));
    }
    if (oneMore || found.isEmpty()) {
      String alias = ALIAS + (found.size() + 1);
      var made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var signer = new JcaContentSignerBuilder(ALGORITHM);
      storage.add(store, alias, SelfSigned.entry(made, "log", clock.instant(), signer));
      found.add(pair(storage.load(), alias));
    }
    return List.copyOf(found);
  }

  private KeyPair pair(KeyStore store, String alias) throws IOException, GeneralSecurityException {
    PublicKey open = store.getCertificate(alias).getPublicKey();
    PrivateKey secret = storage.key(store, alias);
    return new KeyPair(open, secret);
  }

  private static String publicKey(KeyPair pair) {
    byte[] spki = pair.getPublic().getEncoded();
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(spki, spki.length - PUBLIC_BYTES, spki.length));
  }
}
