package dev.countersign.host.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import javax.crypto.SecretKey;

/** Where private keys are: a password-protected file, or a device behind a JCA provider. */
public interface KeyStorage {
  /** {@return the store as it is now} */
  KeyStore load() throws IOException, GeneralSecurityException;

  /** Adds a private key with its certificate, or a secret key, durably. */
  void add(KeyStore store, String alias, KeyStore.Entry key)
      throws IOException, GeneralSecurityException;

  PrivateKey key(KeyStore store, String alias) throws IOException, GeneralSecurityException;

  SecretKey secret(KeyStore store, String alias) throws IOException, GeneralSecurityException;

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
