package dev.countersign.host.proofs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;

/** What is fingerprinted: the kernel's classes, the proofs, and a whole archive. */
public final class Fingerprints {
  private static final String ARCHIVE_NOTES = "META-INF/";

  private Fingerprints() {}

  /** The kernel's classes, in a folder of classes or in a jar. */
  public static Fingerprint kernel(Path place) throws IOException {
    return of(place, path -> path.endsWith(".class"));
  }

  /** All that an archive, or the folder it was unpacked to, carries besides its own manifest. */
  public static Fingerprint archive(Path place) throws IOException {
    return of(place, Fingerprints::belongsToAnArchive);
  }

  private static boolean belongsToAnArchive(String path) {
    return !path.startsWith(ARCHIVE_NOTES);
  }

  /** The proofs in this folder: every Lean file, and the lists that say which laws there are. */
  public static Fingerprint proofs(Path folder) throws IOException {
    return of(folder, Fingerprints::isProof);
  }

  private static boolean isProof(String path) {
    return path.equals("Countersign.lean")
        || (path.startsWith("Countersign/") && path.endsWith(".lean"))
        || (path.startsWith("laws") && path.endsWith(".txt"));
  }

  private static Fingerprint of(Path place, Predicate<String> wanted) throws IOException {
    var fingerprint = new Fingerprint();
    if (Files.isDirectory(place)) {
      addFolder(fingerprint, place, wanted);
    } else {
      try (InputStream in = Files.newInputStream(place)) {
        addArchive(fingerprint, in, wanted);
      }
    }
    return fingerprint;
  }

  private static void addFolder(Fingerprint to, Path folder, Predicate<String> wanted)
      throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (wanted.test(name)) {
          try (InputStream content = Files.newInputStream(path)) {
            to.add(name, content);
          }
        }
      }
    }
  }

  private static void addArchive(Fingerprint to, InputStream zip, Predicate<String> wanted)
      throws IOException {
    var entries = new ZipInputStream(zip);
    for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      if (!entry.isDirectory() && wanted.test(entry.getName())) {
        to.add(entry.getName(), entries);
      }
    }
  }
}
