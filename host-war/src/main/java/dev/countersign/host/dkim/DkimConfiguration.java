package dev.countersign.host.dkim;

import dev.countersign.host.identity.KeyStoreFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the store of DKIM keys: a file beside that of the signing keys, under the same password.
 */
@ApplicationScoped
public class DkimConfiguration {
  @Produces
  @Singleton
  DkimKeys dkimKeys(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    return new DkimKeys(KeyStoreFile.in(Path.of(data), "dkim", password), Clock.systemUTC());
  }
}
