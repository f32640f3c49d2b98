package dev.countersign.conformance.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.proofs.CoreSources;
import dev.countersign.host.proofs.Claim;
import dev.countersign.host.proofs.Fingerprints;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A copy of this project as a run that passed would leave it: real sources, made-up results. */
final class Fixture {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SOURCES = Path.of(System.getProperty("countersign.root", ".."));
  private static final List<String> COPIED =
      List.of(
          "pom.xml",
          "conformance/CLAIMS.md",
          "docs/ASSUMPTIONS.md",
          "proofs/Countersign.lean",
          "proofs/Countersign",
          "proofs/laws.txt",
          "proofs/lean-toolchain",
          "proofs/gate/pins.json",
          "kernel/src/main/java/dev/countersign/kernel/core",
          "conformance/src/test/java/dev/countersign/conformance/kernel");

  private final Path root;

  Fixture(Path root) throws IOException {
    this.root = root;
    for (String copied : COPIED) {
      copy(copied);
    }
    List<Claim> claims = Claim.oversight(text("conformance/CLAIMS.md"));
    write("proofs/build/report.json", lean(claims));
    write("proofs/build/planted.json", Map.of("passed", true, "cases", List.of()));
    for (ExpectedStage stage : ExpectedStage.values()) {
      part(stage.stage(), Map.of());
    }
    kernelProofs(claims);
    for (Claim claim : claims) {
      test(claim, "");
    }
    write("kernel/target/classes/dev/countersign/kernel/Oversight.class", "bytes");
    war("bytes");
  }

  private void copy(String path) throws IOException {
    Path from = SOURCES.resolve(path);
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = root.resolve(path).resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private Map<String, Object> lean(List<Claim> claims) throws IOException {
    Map<String, Object> laws = new TreeMap<>();
    claims.forEach(claim -> laws.put(claim.law(), List.of("Countersign.Mutant." + claim.law())));
    List<Map<String, Object>> files = new ArrayList<>();
    Fingerprints.proofs(root.resolve("proofs"))
        .files()
        .forEach((path, hash) -> files.add(Map.of("path", path, "sha256", hash)));
    return Map.of("passed", true, "theorems", 1, "laws", laws, "files", files);
  }

  private void kernelProofs(List<Claim> claims) throws IOException {
    Map<String, Long> millis = new TreeMap<>();
    claims.forEach(claim -> millis.put(claim.contract().replace(".", "::") + "(View).0", 1L));
    part(
        "kernel-proofs",
        Map.of(
            "sources", CoreSources.under(root).fingerprint(), "milliseconds by contract", millis));
  }

  private void part(String stage, Map<String, Object> facts) throws IOException {
    write(
        "conformance/target/report-parts/" + stage + ".json",
        Map.of("stage", stage, "seconds", 1, "counts", Map.of("things", 7), "facts", facts));
  }

  /** The property of this claim, ended with this failure; it passed if the text is empty. */
  void test(Claim claim, String failure) throws IOException {
    write(
        "conformance/target/surefire-reports/TEST-" + claim.law() + ".xml",
        "<testsuite><testcase name=\""
            + claim.law().replace('_', ' ')
            + "\" classname=\"dev.countersign.conformance.kernel."
            + claim.test()
            + "\" time=\"0.5\">"
            + (failure.isEmpty() ? "" : "<failure message=\"" + failure + "\"/>")
            + "<system-out>tries = 1000\nseed = 12\n</system-out></testcase></testsuite>");
  }

  /** The archive, with a kernel of these bytes. */
  void war(String kernel) throws IOException {
    Path jar = root.resolve("kernel/target/kernel.jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("dev/countersign/kernel/Oversight.class"));
      writeTo(out, kernel);
    }
    Path war = root.resolve("host-war/target/countersign.war");
    Files.createDirectories(war.getParent());
    try (var out = new ZipOutputStream(Files.newOutputStream(war))) {
      out.putNextEntry(new ZipEntry("WEB-INF/lib/countersign-kernel-1.jar"));
      Files.copy(jar, out);
      for (String path : Fingerprints.proofs(root.resolve("proofs")).files().keySet()) {
        out.putNextEntry(new ZipEntry("WEB-INF/proofs/" + path));
        Files.copy(root.resolve("proofs").resolve(path), out);
      }
    }
  }

  private static void writeTo(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  void write(String path, Object content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, content instanceof String text ? text : JSON.writeValueAsString(content));
  }

  void delete(String path) throws IOException {
    Files.delete(root.resolve(path));
  }

  Path root() {
    return root;
  }
}
