package dev.countersign.host.webhooks;

import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.mail.TrustedCertificates;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where events may go, whom sinks must be certified by, and where the secrets come from. */
@ApplicationScoped
public class WebhookConfiguration {
  @Inject Limits limits;
  @PersistenceContext EntityManager rows;
  @Resource ManagedScheduledExecutorService clock;

  @Produces
  @Singleton
  SinkRules rules(
      @ConfigProperty(name = "countersign.webhooks.allow-private", defaultValue = "false")
          boolean allowPrivate,
      @ConfigProperty(name = "countersign.webhooks.ports", defaultValue = "443,8443")
          Set<Integer> ports) {
    return new SinkRules(allowPrivate, ports);
  }

  @Produces
  @Singleton
  SinkNames names(SinkRules rules) {
    return new SinkNames(rules, InetAddress::getAllByName);
  }

  @Produces
  @Singleton
  Sink sink(
      SinkNames names,
      @ConfigProperty(name = "countersign.webhooks.ca-file") Optional<String> authorities)
      throws NoSuchAlgorithmException {
    var trust = authorities.map(Path::of).map(TrustedCertificates::in);
    return new Sink(
        names,
        trust.isPresent() ? trust.get() : SSLContext.getDefault(),
        clock,
        limits.duration(Limit.WEBHOOK_ANSWER_MS),
        limits.count(Limit.WEBHOOK_ANSWER_BYTES));
  }

  void close(@Disposes Sink sink) throws IOException {
    sink.close();
  }

  /** A file beside that of the signing keys, under the same password. */
  @Produces
  @Singleton
  WebhookSecrets secrets(
      @ConfigProperty(name = "COUNTERSIGN_DATA", defaultValue = "data") String data,
      @ConfigProperty(name = "COUNTERSIGN_KEYSTORE_PASSWORD") Optional<String> password) {
    var storage = KeyStoreFile.in(Path.of(data), "webhooks", password);
    return new WebhookSecrets(new KeptSecret(storage, "webhooks.1"), this::anyWebhook);
  }

  private boolean anyWebhook() {
    return !rows.createQuery("SELECT w.id FROM WebhookRow w", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
