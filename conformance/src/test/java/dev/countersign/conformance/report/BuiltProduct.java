package dev.countersign.conformance.report;

import dev.countersign.host.proofs.Fingerprint;
import dev.countersign.host.proofs.Fingerprints;
import dev.countersign.host.proofs.ProofReport.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The archive that was built, and whether it carries the kernel and the proofs that were tried. */
final class BuiltProduct {
  private static final String WAR = "host-war/target/countersign.war";

  private final Path root;
  private final Fingerprint proofs;
  private final List<String> differences = new ArrayList<>();
  private @Nullable String kernel;
  private @Nullable String war;
  private @Nullable String warFile;

  BuiltProduct(Path root) throws IOException {
    this.root = root;
    proofs = Fingerprints.proofs(root.resolve("proofs"));
    if (Files.exists(root.resolve(WAR))) {
      readWar(root.resolve(WAR));
    } else {
      differences.add("there is no " + WAR + ": the server was not built");
    }
  }

  private void readWar(Path file) throws IOException {
    war = Fingerprints.archive(file).value();
    var whole = new Fingerprint();
    try (InputStream in = Files.newInputStream(file)) {
      whole.add(WAR, in);
    }
    warFile = whole.files().get(WAR);
    Path unpacked = Files.createTempDirectory("countersign-report");
    try (var zip = new ZipFile(file.toFile())) {
      Path jar = unpacked.resolve("kernel.jar");
      Path carried = unpacked.resolve("proofs");
      for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        String name = entry.getName();
        if (name.matches("WEB-INF/lib/countersign-kernel-[^/]*\\.jar")) {
          copy(zip.getInputStream(entry), jar);
        } else if (name.startsWith("WEB-INF/proofs/") && !name.contains("..")) {
          copy(
              zip.getInputStream(entry),
              carried.resolve(name.substring("WEB-INF/proofs/".length())));
        }
      }
      compare(jar, carried);
    } finally {
      delete(unpacked);
    }
  }

  private void compare(Path jar, Path carried) throws IOException {
    if (!Files.exists(jar)) {
      differences.add("the archive carries no kernel");
      return;
    }
    kernel = Fingerprints.kernel(jar).value();
    Path tested = root.resolve("kernel/target/classes");
    if (!Files.isDirectory(tested) || !Fingerprints.kernel(tested).value().equals(kernel)) {
      differences.add("the kernel in the archive is not the one that the tests ran on");
    }
    if (!Files.isDirectory(carried)
        || !Fingerprints.proofs(carried).value().equals(proofs.value())) {
      differences.add("the proofs in the archive are not those that lie beside it");
    }
  }

  private static void copy(InputStream from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (from) {
      Files.copy(from, to);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  Subject subject() {
    return new Subject(kernel, proofs.value(), war, warFile);
  }

  /** Path below {@code proofs} to SHA-256. */
  Map<String, String> proofFiles() {
    return proofs.files();
  }

  /** A sentence for each thing that is not what was tried. */
  List<String> differences() {
    return differences;
  }
}
