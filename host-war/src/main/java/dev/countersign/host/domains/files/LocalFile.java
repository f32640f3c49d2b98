package dev.countersign.host.domains.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** A file on this machine, read again when it has changed. */
public final class LocalFile<T> implements Kept<T> {
  private final Path file;
  private final Reader<T> reader;
  private @Nullable T value;
  private @Nullable FileTime readAt;

  public LocalFile(Path file, Reader<T> reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public synchronized T value() throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    T known = value;
    if (known == null || !changed.equals(readAt)) {
      try (var content = Files.newInputStream(file)) {
        known = reader.read(content);
      }
      value = known;
      readAt = changed;
    }
    return known;
  }
}
