package dev.countersign.host.transparency;

import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.transparency.store.LogId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the log's key is, and how logs are called. */
@ApplicationScoped
public class LogConfiguration {
  @Inject
  @ConfigProperty(name = "countersign.public.url", defaultValue = "http://127.0.0.1:8080")
  String publicUrl;

  @Inject
  @ConfigProperty(name = "countersign.ledger.host")
  Optional<String> host;

  /** A file of its own: witnesses want Ed25519, which devices for signing keys rarely have. */
  @Produces
  @Singleton
  LogKey logKey(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    return new LogKey(KeyStoreFile.in(Path.of(data), "log", password), Clock.systemUTC());
  }

  /** {@return the name of a log that begins now, which it keeps} */
  String origin(LogId log) {
    return host.orElseGet(() -> URI.create(publicUrl).getAuthority()) + "/log/" + log;
  }
}
