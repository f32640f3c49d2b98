package dev.countersign.host.intake;

import dev.countersign.host.domains.DomainSettings;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.inbound.authentication.Authenticator;
import dev.countersign.host.mail.BounceAddresses;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mail comes in here, and where reports about mail that went out come back. */
@ApplicationScoped
public class IntakeConfiguration {
  private static final String OFF = "off";

  @Inject Config config;
  @Inject Limits limits;
  @Inject Messages messages;

  @Produces
  @Singleton
  IntakeSettings settings() {
    return IntakeSettings.of(property -> config.getOptionalValue(property, String.class));
  }

  /** Nobody is asked where the site asks no name servers. */
  @Produces
  @Singleton
  Examination examination() {
    var site = DomainSettings.of(property -> config.getOptionalValue(property, String.class));
    return new Examination(
        site.resolvers().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Authenticator(
                    new Resolvers(site.resolvers(), limits.duration(Limit.DNS_ANSWER_MS)))));
  }

  /** The secret is in a file beside that of the signing keys, under the same password. */
  @Produces
  @Singleton
  BounceAddresses bounces(
      IntakeSettings settings,
      @ConfigProperty(name = "countersign.inbound.bounces") Optional<String> wanted,
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    var storage = KeyStoreFile.in(Path.of(data), "bounces", password);
    boolean on = wanted.map(word -> !word.strip().equals(OFF)).orElse(settings.listens());
    return new BounceAddresses(
        new KeptSecret(storage, "bounces.1"),
        messages::anyWithReturnPath,
        on,
        wanted.map(String::strip).filter(word -> on));
  }
}
