package dev.countersign.host.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.Provider;

/** Where private keys are: a password-protected file, or a device behind a JCA provider. */
public interface KeyStorage {
  /** {@return the store as it is now} */
  KeyStore load() throws IOException, GeneralSecurityException;

  /** Adds a key with its certificate, durably. */
  void add(KeyStore store, String alias, PrivateKeyEntry key)
      throws IOException, GeneralSecurityException;

  PrivateKey key(KeyStore store, String alias) throws IOException, GeneralSecurityException;

  /** {@return the key ready to sign} */
  SigningKey signing(PrivateKey key, PublicJwk jwk) throws GeneralSecurityException;

  /** {@return the provider that makes the keys of this store} */
  Provider provider();

  /** Does something while no other process does so: look and make must not be interleaved. */
  <T> T alone(Change<T> change) throws IOException, GeneralSecurityException;

  /** What is done while the store is locked. */
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException, GeneralSecurityException;
  }
}
