package dev.countersign.conformance.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * What the deployed server finds when it starts: a database, a mail server, a folder of its own.
 * They are the same for all test classes of a run, and the server is told of them by properties.
 */
public final class Surroundings implements BeforeAllCallback {
  // No resolver answers at that port: the tests depend on no network.
  private static final String FLAGS =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dcountersign.domains.resolvers=127.0.0.1:9"
          + " -Dcountersign.limits.log-interval-ms=200"
          + " -Dcountersign.webhooks.allow-private=true"
          + " -Dcountersign.unsubscribe.links=always"
          + " -Dcountersign.signup.enabled=true"
          + " -Dcountersign.client-address-header=X-Test-Client"
          + " -Dcountersign.limits.warmup-first-count=2"
          + " -Dcountersign.limits.retention-poll-ms=500 ";

  private static final Namespace HERE = Namespace.create(Surroundings.class);

  /** Started once, closed when the last test has run. */
  record Started(Path data, TestDatabase database, MailPeer mail, WitnessPeer witness)
      implements AutoCloseable {
    static Started now() {
      try {
        var data = Files.createTempDirectory("countersign");
        var database = TestDatabase.named(System.getProperty("countersign.db", "h2"), data);
        return new Started(data, database, new MailPeer(), new WitnessPeer());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** For the server's command line; the connector splits it at spaces. */
    String options() {
      Map<String, String> properties =
          Map.of(
              "countersign.data", data.toString(),
              "COUNTERSIGN_DATA", data.toString(),
              "countersign.db.url", database.url(),
              "countersign.db.user", database.user(),
              "countersign.db.password", database.password(),
              "COUNTERSIGN_SMTP_URL", mail.url(),
              "countersign.ledger.witnesses", witness.setting(),
              "countersign.limits.requests-per-key-per-minute-count", "1000000",
              "countersign.limits.requests-per-key-burst-count", "1000000",
              "countersign.limits.unauthenticated-records-per-minute-count", "100000");
      return properties.entrySet().stream()
          .map(property -> "-D" + property.getKey() + "=" + property.getValue())
          .collect(Collectors.joining(" ", FLAGS, ""));
    }

    @Override
    public void close() {
      mail.close();
      witness.close();
      database.close();
    }
  }

  private static volatile @Nullable Started started;

  @Override
  public void beforeAll(ExtensionContext context) {
    var now =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class);
    started = now;
    System.setProperty("payara.cmdOptions", now.options());
  }

  static Started started() {
    var now = started;
    if (now == null) {
      throw new IllegalStateException("only for classes that are marked @OnPayara");
    }
    return now;
  }
}
