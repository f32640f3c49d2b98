package dev.countersign.conformance.proofs;

import dev.countersign.host.proofs.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The source text of the checked core: file name to content. */
public record CoreSources(Map<String, String> files) {
  private static final String FOLDER = "kernel/src/main/java/dev/countersign/kernel/core";

  /** The prover has no use for the package's own comment, and cannot read its annotation. */
  static CoreSources read() {
    return under(Path.of(System.getProperty("countersign.root", "..")));
  }

  /** Those of the project in this folder. */
  public static CoreSources under(Path root) {
    Path folder = root.resolve(FOLDER);
    Map<String, String> files = new TreeMap<>();
    try (var paths = Files.newDirectoryStream(folder, "*.java")) {
      for (Path path : paths) {
        if (!path.endsWith("package-info.java")) {
          files.put(path.getFileName().toString(), Files.readString(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CoreSources(files);
  }

  /** One SHA-256 value for all of them. */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint();
    files.forEach(
        (name, text) -> {
          try {
            fingerprint.add(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return fingerprint.value();
  }

  public String file(String name) {
    String text = files.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the core has no " + name);
    }
    return text;
  }

  CoreSources with(Fault fault) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(fault.file(), fault.applyTo(file(fault.file())));
    return new CoreSources(changed);
  }

  Path writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** How many contracts are written down, to be compared with how many were proved. */
  int contracts() {
    return files.values().stream()
        .mapToInt(text -> text.split("normal_behavior", -1).length - 1)
        .sum();
  }
}
