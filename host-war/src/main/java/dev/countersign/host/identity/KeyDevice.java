package dev.countersign.host.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import javax.crypto.SecretKey;

/**
 * Keys in whatever a JCA provider stands for: with SunPKCS11, a hardware module that makes the keys
 * and never gives them away.
 */
final class KeyDevice implements KeyStorage {
  private final String type;
  private final Provider provider;
  private final char[] pin;

  /**
   * Opens the device.
   *
   * @param type of the key store, for example {@code PKCS11}
   * @param providerName for example {@code SunPKCS11}
   * @param configuration the provider's own file; empty for one that is ready as it is
   */
  KeyDevice(String type, String providerName, String configuration, String pin) {
    Provider named = Security.getProvider(providerName);
    if (named == null) {
      throw new IllegalArgumentException(
          "There is no provider " + providerName + "; check COUNTERSIGN_KEYSTORE_PROVIDER.");
    }
    this.type = type;
    this.provider = configuration.isEmpty() ? named : named.configure(configuration);
    this.pin = pin.toCharArray();
  }

  @Override
  public KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(type, provider);
    store.load(null, pin.clone());
    return store;
  }

  @Override
  public void add(KeyStore store, String alias, KeyStore.Entry key)
      throws GeneralSecurityException {
    store.setEntry(alias, key, new PasswordProtection(pin.clone()));
  }

  @Override
  public PrivateKey key(KeyStore store, String alias) throws GeneralSecurityException {
    return (PrivateKey) store.getKey(alias, pin.clone());
  }

  @Override
  public SecretKey secret(KeyStore store, String alias) throws GeneralSecurityException {
    return (SecretKey) store.getKey(alias, pin.clone());
  }

  @Override
  public SigningKey signing(PrivateKey key, PublicJwk jwk) {
    return new SigningKey(key, provider, jwk);
  }

  @Override
  public Provider provider() {
    return provider;
  }

  // Devices lock themselves; that two nodes make two keys is kept out by the register.
  @Override
  public <T> T alone(Change<T> change) throws IOException, GeneralSecurityException {
    return change.make();
  }
}
