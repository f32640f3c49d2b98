package dev.countersign.conformance.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The vectors as {@code proofs/vectors} writes them, from the specification as it is now. */
final class VectorFile {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Path FOLDER = Path.of("target", "vectors");
  private static final List<String> INPUTS =
      List.of(
          "proofs/Countersign/Spec",
          "proofs/Countersign/Vectors",
          "proofs/gate/vectors.mjs",
          "proofs/gate/loader.mjs",
          "proofs/gate/pins.json");
  private static final long PATIENCE_MINUTES = 240;

  private VectorFile() {}

  /** Can the specification be run here? Where the build is CI's it must be. */
  static boolean canBeMade() {
    return "true".equals(System.getenv("CI")) || (found("node") && found("npm"));
  }

  private static boolean found(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * The lines of one part, made anew unless this very specification made this very file before.
   *
   * @param part {@code daily}, or {@code long-0} to {@code long-4}
   */
  static Path make(String part) {
    try {
      Path file = Files.createDirectories(FOLDER).resolve(part + ".txt").toAbsolutePath();
      Path seal = FOLDER.resolve(part + ".sha256");
      String inputs = hashOfInputs();
      if (!Files.exists(file)
          || !Files.exists(seal)
          || !Files.readString(seal).equals(inputs + " " + hash(List.of(file)))) {
        Files.deleteIfExists(seal);
        run(part, file);
        Files.writeString(seal, inputs + " " + hash(List.of(file)));
      }
      return file;
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static void run(String part, Path file) throws IOException {
    Path log = FOLDER.resolve(part + ".log");
    Process lean =
        new ProcessBuilder(ROOT.resolve("proofs/vectors").toString(), part, file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!lean.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || lean.exitValue() != 0) {
        throw new AssertionError("proofs/vectors failed:\n" + Files.readString(log));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped while the vectors were made", stopped);
    } finally {
      lean.destroy();
    }
  }

  private static String hashOfInputs() throws IOException {
    try (var paths = INPUTS.stream().map(ROOT::resolve).flatMap(VectorFile::below)) {
      return hash(paths.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static Stream<Path> below(Path path) {
    try (var paths = Files.walk(path)) {
      return paths.toList().stream();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  static String hash(List<Path> files) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[1 << 16];
      for (Path file : files) {
        try (var in = Files.newInputStream(file)) {
          for (int n; (n = in.read(chunk)) > 0; ) {
            sha.update(chunk, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
