package dev.countersign.conformance.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Lines of the founding documents, as they stand in {@code resources/seeds}: as printed, less what
 * their web page had garbled. Only host, key, addresses and ids are changed for a run.
 */
record Lines(String text) {
  /** What a program said and how it ended. */
  record Outcome(int status, String output, String errors) {}

  static Lines of(String name) {
    var path = "/seeds/" + name;
    try (var in = Objects.requireNonNull(Lines.class.getResourceAsStream(path), path)) {
      return new Lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same lines with something else in place of what must be there. */
  Lines with(String old, String replacement) {
    if (!text.contains(old)) {
      throw new AssertionError("the lines have no " + old);
    }
    return new Lines(text.replace(old, replacement));
  }

  /** Runs them with this interpreter, which fails the test if it is not there. */
  Outcome runBy(String interpreter, String suffix, String... arguments) {
    return runBy(interpreter, suffix, Map.of(), arguments);
  }

  /** The same where the lines find these variables. */
  Outcome runBy(
      String interpreter, String suffix, Map<String, String> variables, String... arguments) {
    try {
      var script = Files.createTempFile("lines", suffix);
      script.toFile().deleteOnExit();
      Files.writeString(script, text);
      var command = new ArrayList<>(List.of(interpreter, script.toString()));
      command.addAll(List.of(arguments));
      var errors = Files.createTempFile("lines", ".err");
      errors.toFile().deleteOnExit();
      var builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().putAll(variables);
      var process = builder.start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(interpreter + " does not end");
      }
      return new Outcome(process.exitValue(), output, Files.readString(errors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
