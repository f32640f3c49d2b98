package dev.countersign.host.attachments;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the secret of links is: a file beside that of the signing keys, under its password. */
@ApplicationScoped
public class LinkConfiguration {
  @Produces
  @Singleton
  AttachmentLinks links(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    var storage = KeyStoreFile.in(Path.of(data), "links", password);
    return new AttachmentLinks(new KeptSecret(storage, "links.1"));
  }
}
