package dev.countersign.conformance.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An archive served by Payara Micro in a process of its own, with a database and a mail server that
 * tests can look into. The options are the launcher's, but for the limits that would slow a test.
 */
public final class ServedWar implements AutoCloseable {
  /** Short enough for a test to see it end. */
  public static final long CONTENT_WINDOW_MS = 3000;

  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final List<String> LIMITS =
      List.of(
          "decision-wait-ms=30000",
          // What is found out about domains is not what these tests are about.
          "domain-deadline-ms=0",
          "domain-scan-ms=100",
          "content-window-ms=" + ServedWar.CONTENT_WINDOW_MS,
          "requests-per-key-per-minute-count=1000000",
          "requests-per-key-burst-count=1000000",
          "unauthenticated-records-per-minute-count=100000");
  private static final Duration START = Duration.ofMinutes(5);

  private final Process server;
  private final Api api;
  private final TestDatabase database;
  private final MailPeer mail;

  private ServedWar(Process server, Api api, TestDatabase database, MailPeer mail) {
    this.server = server;
    this.api = api;
    this.database = database;
    this.mail = mail;
  }

  /** The product's own archive. */
  public static Path product() {
    return Path.of(Objects.requireNonNull(System.getProperty("countersign.war")));
  }

  /** Starts it and waits until it answers. */
  public static ServedWar of(Path war) {
    return of(war, empty -> {});
  }

  /**
   * The same on a database that is not empty.
   *
   * @param prepared puts there what the server is to find
   */
  public static ServedWar of(Path war, Consumer<TestDatabase> prepared) {
    try {
      var data = Files.createTempDirectory("countersign");
      var database = TestDatabase.named(System.getProperty("countersign.db", "h2"), data);
      prepared.accept(database);
      var mail = new MailPeer();
      int port = RunningProduct.freePort();
      var output = data.resolve("console.log");
      var server =
          new ProcessBuilder(command(war, data, database, mail, port))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
      var served =
          new ServedWar(server, Api.at(URI.create("http://127.0.0.1:" + port)), database, mail);
      served.awaitReady(output);
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(
      Path war, Path data, TestDatabase database, MailPeer mail, int port) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Djava.io.tmpdir=" + data));
    Map.of(
            "countersign.data", data.toString(),
            "COUNTERSIGN_DATA", data.toString(),
            "countersign.db.url", database.url(),
            "countersign.db.user", database.user(),
            "countersign.db.password", database.password(),
            "COUNTERSIGN_SMTP_URL", mail.url(),
            "countersign.webhooks.allow-private", "true")
        .forEach((name, value) -> command.add("-D" + name + "=" + value));
    LIMITS.forEach(limit -> command.add("-Dcountersign.limits." + limit));
    command.addAll(
        List.of(
            "-jar",
            Objects.requireNonNull(System.getProperty("payara.microJar")),
            "--nocluster",
            "--disablephonehome",
            "--port",
            Integer.toString(port),
            "--prebootcommandfile",
            ROOT.resolve("config/server/pre-boot.asadmin").toString(),
            "--deploy",
            war.toString(),
            "--contextroot",
            "/"));
    return command;
  }

  private void awaitReady(Path output) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (!ready()) {
      if (!server.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the archive did not start: " + Files.readString(output));
      }
      Waiting.pause(Duration.ofMillis(100));
    }
  }

  private boolean ready() {
    try {
      return api.get("/.well-known/multimail-signing-key").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** The server called by somebody without a key. */
  public Api api() {
    return api;
  }

  public TestDatabase database() {
    return database;
  }

  public MailPeer mail() {
    return mail;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    }
    mail.close();
    database.close();
  }
}
