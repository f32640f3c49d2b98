package dev.countersign.conformance.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of {@code ./countersign run} with an environment of its own. */
final class Launcher implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root"));
  // Tests that run in the background ignore interrupts, and so would everything they start.
  private static final List<String> INTERRUPTIBLE =
      List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", "--");
  private static final String READY = "Countersign is ready: ";

  private final Process process;
  private final Path output;
  private final Path errors;

  private Launcher(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** What a finished run left: its status and its two streams. */
  record Outcome(int status, String output, String errors) {}

  /**
   * Starts the launcher; {@code environment} is added to the search path, the home folder and the
   * JDK that runs this test.
   */
  static Launcher start(Path data, int port, Map<String, String> environment) throws IOException {
    var output = Files.createTempFile("launcher", ".out");
    var errors = Files.createTempFile("launcher", ".err");
    var command = new ArrayList<>(INTERRUPTIBLE);
    command.addAll(
        List.of(ROOT.resolve("countersign").toString(), "run", "--port", Integer.toString(port)));
    var builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
    var variables = builder.environment();
    variables.keySet().retainAll(List.of("PATH", "HOME"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("COUNTERSIGN_DATA", data.toString());
    variables.putAll(environment);
    return new Launcher(builder.start(), output, errors);
  }

  static Launcher start(Path data, int port) throws IOException {
    return start(data, port, Map.of());
  }

  /** A port that nothing listens on. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits for the ready line and returns it; fails with what was said instead if the run ends. */
  String awaitReady() throws IOException, InterruptedException {
    while (true) {
      var alive = process.isAlive();
      var line = Files.readString(output).lines().filter(l -> l.startsWith(READY)).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      if (!alive) {
        throw new AssertionError("the launcher ended before it was ready: " + outcome());
      }
      Thread.sleep(100);
    }
  }

  /** Waits for the end of a run. */
  Outcome outcome() throws IOException, InterruptedException {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      throw new AssertionError("the launcher does not end");
    }
    return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  /** Sends {@code signal}, such as {@code INT}, to the launcher alone. */
  void signal(String signal) throws IOException, InterruptedException {
    send(signal, process.toHandle());
  }

  private static void send(String signal, ProcessHandle target)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid())).start();
    if (kill.waitFor() != 0) {
      throw new AssertionError("no such process: " + target.pid());
    }
  }

  /** The launcher and everything it started that is alive now. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Waits for the server's Java process, which is there long before the server is ready. */
  ProcessHandle awaitServer() throws IOException, InterruptedException {
    while (true) {
      var alive = process.isAlive();
      var server = process.descendants().filter(Launcher::isServer).findFirst();
      if (server.isPresent()) {
        return server.get();
      }
      if (!alive) {
        throw new AssertionError("the launcher ended before the server began: " + outcome());
      }
      Thread.sleep(20);
    }
  }

  private static boolean isServer(ProcessHandle candidate) {
    return candidate.info().command().orElse("").endsWith("/java");
  }

  @Override
  public void close() throws IOException {
    var started = processes();
    process.destroy();
    process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join();
    started.forEach(ProcessHandle::destroyForcibly);
    Files.deleteIfExists(output);
    Files.deleteIfExists(errors);
  }
}
