package dev.countersign.host.firststart;

import dev.countersign.host.ids.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder in which an installation keeps what is not in the database. */
@ApplicationScoped
public class DataFolder {
  @Inject
  @ConfigProperty(name = "countersign.data", defaultValue = "data")
  String path;

  private String nodeName = "";

  public Path path() {
    return Path.of(path).toAbsolutePath();
  }

  /** This server among those that share a database; the name outlives a restart. */
  public synchronized String nodeName() {
    if (nodeName.isEmpty()) {
      nodeName = readOrMakeNodeName();
    }
    return nodeName;
  }

  private String readOrMakeNodeName() {
    var file = path().resolve("node-name");
    try {
      if (!Files.exists(file)) {
        writeForOwnerOnly(file, NodeId.mint().toString());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be used", e);
    }
  }

  /** Complete or not there at all, and readable by its owner only (mode 0600). */
  void writeForOwnerOnly(Path file, String text) throws IOException {
    Files.createDirectories(path());
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, text, StandardOpenOption.SYNC);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
