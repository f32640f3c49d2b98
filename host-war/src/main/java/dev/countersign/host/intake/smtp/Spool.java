package dev.countersign.host.intake.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A message while it comes in, at the speed of whoever sends it: a short one in memory, a long one
 * in a file that is for this server's eyes alone and goes when the message is through.
 */
final class Spool implements AutoCloseable {
  static final int IN_MEMORY = 1 << 18;

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream out;
  private final Path folder;
  private final long most;
  private long size;

  /** Keeps up to so many bytes; of a message that has more, none. */
  Spool(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  void write(byte[] bytes, int count) throws IOException {
    size += count;
    if (isOver()) {
      close();
      return;
    }
    if (out == null && size > IN_MEMORY) {
      file = Files.createTempFile(folder, "countersign", ".mail");
      out = Files.newOutputStream(file);
      memory.writeTo(out);
      memory.reset();
    }
    (out == null ? memory : out).write(bytes, 0, count);
  }

  boolean isOver() {
    return size > most;
  }

  long size() {
    return size;
  }

  /** {@return all of it} */
  byte[] bytes() throws IOException {
    if (file == null || out == null) {
      return memory.toByteArray();
    }
    out.flush();
    return Files.readAllBytes(file);
  }

  @Override
  public void close() throws IOException {
    memory.reset();
    if (out != null) {
      out.close();
      out = null;
    }
    if (file != null) {
      Files.deleteIfExists(file);
      file = null;
    }
  }
}
