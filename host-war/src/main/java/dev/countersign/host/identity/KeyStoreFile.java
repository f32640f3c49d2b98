package dev.countersign.host.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A password-protected PKCS#12 file in the folder {@code keys}. Without a given password, a random
 * one is made at the first start and kept beside the file.
 */
public final class KeyStoreFile implements KeyStorage {
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final int PASSWORD_BYTES = 32;

  private final Path folder;
  private final String name;
  private final char[] password;

  private KeyStoreFile(Path folder, String name, Optional<String> givenPassword)
      throws IOException {
    this.folder = folder;
    this.name = name;
    PrivateFile.createFolder(folder, false);
    this.password = givenPassword.map(String::toCharArray).orElse(new char[0]);
  }

  /**
   * A store in an installation's data folder.
   *
   * @param name of the file without its ending
   * @param password empty for the random one
   */
  public static KeyStoreFile in(Path data, String name, Optional<String> password) {
    try {
      return new KeyStoreFile(data.resolve("keys"), name, password);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the signing keys cannot be made.", e);
    }
  }

  /** Reads the store; an absent file is an empty store. */
  @Override
  public KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    Path file = folder.resolve(name + ".p12");
    if (!Files.exists(file)) {
      store.load(null, null);
      return store;
    }
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password());
    }
    return store;
  }

  @Override
  public void add(KeyStore store, String alias, KeyStore.Entry key)
      throws IOException, GeneralSecurityException {
    store.setEntry(alias, key, new PasswordProtection(password()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password());
    PrivateFile.replace(folder.resolve(name + ".p12"), out.toByteArray(), false);
  }

  @Override
  public PrivateKey key(KeyStore store, String alias) throws IOException, GeneralSecurityException {
    return (PrivateKey) store.getKey(alias, password());
  }

  @Override
  public SecretKey secret(KeyStore store, String alias)
      throws IOException, GeneralSecurityException {
    return (SecretKey) store.getKey(alias, password());
  }

  @Override
  public SigningKey signing(PrivateKey key, PublicJwk jwk) throws GeneralSecurityException {
    if (!(key instanceof ECPrivateKey ec)) {
      throw new GeneralSecurityException("the key store holds something else than P-256 keys");
    }
    return new SigningKey(ec, jwk);
  }

  @Override
  public Provider provider() {
    return PROVIDER;
  }

  private char[] password() throws IOException {
    if (password.length > 0) {
      return password.clone();
    }
    Path file = folder.resolve("keystore.password");
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      PrivateFile.replace(file, made.getBytes(StandardCharsets.US_ASCII), false);
      Arrays.fill(random, (byte) 0);
    }
    return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
  }

  // The file lock is the process's; the monitor keeps its threads apart.
  @Override
  public synchronized <T> T alone(Change<T> change) throws IOException, GeneralSecurityException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      try {
        return change.make();
      } finally {
        lock.release();
      }
    }
  }
}
