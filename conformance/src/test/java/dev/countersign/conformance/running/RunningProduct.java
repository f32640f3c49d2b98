package dev.countersign.conformance.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The product as its operator runs it: a process of its own on a data folder of its own. */
public final class RunningProduct implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", "."));

  private final Path data;
  private final Map<String, String> environment;
  private final Process launcher;
  private final int port;

  private RunningProduct(Path data, Map<String, String> environment, Process launcher, int port) {
    this.data = data;
    this.environment = environment;
    this.launcher = launcher;
    this.port = port;
  }

  /** Starts it on this folder and waits until it is ready. */
  public static RunningProduct on(Path data, Map<String, String> environment) {
    try {
      int port = freePort();
      var builder =
          new ProcessBuilder(
              ROOT.resolve("countersign").toString(),
              "run",
              "--no-build",
              "--port",
              Integer.toString(port));
      var variables = builder.environment();
      variables.keySet().retainAll(List.of("PATH", "HOME"));
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      variables.put("COUNTERSIGN_DATA", data.toString());
      variables.put("COUNTERSIGN_DOMAINS_RESOLVERS", "127.0.0.1:9");
      variables.putAll(environment);
      var output = Files.createTempFile("countersign", ".out");
      output.toFile().deleteOnExit();
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      var product = new RunningProduct(data, new HashMap<>(environment), builder.start(), port);
      product.awaitReady(output);
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server itself is killed, with no chance to put anything in order. */
  public void kill() {
    launcher
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .forEach(
            server -> {
              server.destroyForcibly();
              server.onExit().join();
            });
    launcher.onExit().join();
  }

  /** {@return the product as it comes up again on the same folder} */
  public RunningProduct startedAgain() {
    return on(data, environment);
  }

  public Api anonymous() {
    return Api.at(URI.create("http://127.0.0.1:" + port));
  }

  public Api agent() {
    return anonymous().with(firstRun().agentKey());
  }

  public Api overseer() {
    return anonymous().with(firstRun().oversightKey());
  }

  public FirstRun firstRun() {
    return FirstRun.in(data);
  }

  /** {@return the id of the message that was taken in} */
  public String send(Map<String, ?> draft) {
    return agent()
        .post("/v1/mailboxes/" + firstRun().mailboxId() + "/send", draft)
        .expecting(202)
        .text("id");
  }

  public void approve(String id) {
    Waiting.until(id + " waits for a person", () -> status(id), "pending_send_approval"::equals);
    overseer()
        .post("/decide_email", Map.of("message_id", id, "decision", "approve"))
        .expecting(200);
  }

  public String status(String id) {
    return agent().get("/v1/emails/" + id).expecting(200).text("status");
  }

  private void awaitReady(Path output) throws IOException {
    while (true) {
      boolean alive = launcher.isAlive();
      var said = Files.readString(output);
      if (said.contains("Countersign is ready")) {
        return;
      }
      if (!alive) {
        throw new AssertionError("the product did not start: " + said + severe());
      }
      Waiting.pause(Duration.ofMillis(100));
    }
  }

  // The folder is gone by the time that somebody reads about it.
  private String severe() throws IOException {
    var log = data.resolve("server.log");
    if (!Files.exists(log)) {
      return "";
    }
    try (var lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("SEVERE") || line.contains("RAR5"))
          .limit(5)
          .map(line -> "\n" + line.substring(0, Math.min(1000, line.length())))
          .collect(Collectors.joining());
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    var started = launcher.descendants().toList();
    launcher.destroy();
    launcher.onExit().join();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
