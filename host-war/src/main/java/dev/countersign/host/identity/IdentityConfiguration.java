package dev.countersign.host.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the signing keys of this installation in its data folder. */
@ApplicationScoped
public class IdentityConfiguration {
  @Produces
  @Singleton
  SigningKeys signingKeys(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    return SigningKeys.open(Path.of(data), password, Clock.systemUTC());
  }
}
