package dev.countersign.host.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the signing keys of this installation: in its data folder, or in a device. */
@ApplicationScoped
public class IdentityConfiguration {
  private static final String FILE = "PKCS12";

  @Produces
  @Singleton
  SigningKeys signingKeys(KeyStorage storage, KeyRegister register) {
    return new SigningKeys(storage, register, Clock.systemUTC());
  }

  @Produces
  @Singleton
  KeyStorage keyStorage(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_TYPE", defaultValue = FILE) String type,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PROVIDER", defaultValue = "SunPKCS11")
          String provider,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_CONFIG") Optional<String> configuration,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    return type.equals(FILE)
        ? KeyStoreFile.in(Path.of(data), SigningKeys.STORE, password)
        : new KeyDevice(type, provider, configuration.orElse(""), password.orElse(""));
  }
}
