package dev.countersign.host.ledger.actors;

import dev.countersign.host.identity.KeyStoreFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the ledger secret: a file beside that of the signing keys, under the same password. */
@ApplicationScoped
public class ActorKeyConfiguration {
  @Produces
  @Singleton
  LedgerSecret ledgerSecret(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password,
      @ConfigProperty(name = "COUNTERSIGN_LEDGER_KEY_GENERATION", defaultValue = "1")
          int generation) {
    return new LedgerSecret(KeyStoreFile.in(Path.of(data), "ledger", password), generation);
  }
}
