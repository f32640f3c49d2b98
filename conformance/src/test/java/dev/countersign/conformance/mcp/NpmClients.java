package dev.countersign.conformance.mcp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Clients from npm in {@code conformance/clients/mcp}, installed as their lock file says. */
final class NpmClients {
  static final Path ROOT = Path.of(System.getProperty("countersign.root"));
  private static final Path FOLDER = ROOT.resolve("conformance/clients/mcp");
  private static final Path LOCK = FOLDER.resolve("package-lock.json");
  private static final Path INSTALLED = FOLDER.resolve("node_modules/.package-lock.json");
  private static final int MINUTES = 5;

  private NpmClients() {}

  /** Skips the test, and says why, where there is no npm or no registry to ask. */
  static synchronized void install() throws IOException, InterruptedException {
    assumeTrue(found("npm") && found("node"), "no node and npm: apt install nodejs npm");
    if (Files.exists(INSTALLED)
        && Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(LOCK)) >= 0) {
      return;
    }
    var installed =
        start(
            Map.of(),
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline");
    var said = output(installed);
    assumeTrue(installed.exitValue() == 0, "the clients could not be installed: " + said);
  }

  private static boolean found(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
  }

  /** Starts a command there; what it says to people is seen on this console. */
  static Process start(Map<String, String> environment, String... command) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** {@return all that a command writes, once it has ended} */
  static String output(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + List.of(output));
    }
    return output;
  }
}
