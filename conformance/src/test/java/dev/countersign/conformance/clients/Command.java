package dev.countersign.conformance.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of the clients, run to their end. */
final class Command {
  private static final int MINUTES = 5;

  private Command() {}

  /** {@return what it said; fails the test with that if it did not succeed} */
  static String run(Path folder, Map<String, String> variables, String... command) {
    try {
      var builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().putAll(variables);
      var process = builder.start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "it ends");
      assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** {@return the folder of the client in this language} */
  static Path client(String language) {
    return Path.of(System.getProperty("countersign.root"), "conformance", "clients", language);
  }
}
