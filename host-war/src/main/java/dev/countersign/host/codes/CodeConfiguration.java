package dev.countersign.host.codes;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the secret is that codes are stored under. */
@ApplicationScoped
public class CodeConfiguration {
  @PersistenceContext EntityManager rows;

  /** A file beside that of the signing keys, under the same password. */
  @Produces
  @Singleton
  CodeSecrets secrets(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password)
      throws IOException {
    var storage = KeyStoreFile.in(Path.of(data), "codes", password);
    return new CodeSecrets(new KeptSecret(storage, "codes.1"), this::anyCode);
  }

  private boolean anyCode() {
    return !rows.createQuery("SELECT c.no FROM CodeRow c", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
