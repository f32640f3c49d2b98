package dev.countersign.audit.export;

import dev.countersign.audit.entries.Leaf;
import dev.countersign.audit.entries.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line; only one line is in memory. */
public final class Export {
  private static final int HEADER_BYTES_MAX = 64 << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;

  public Export(InputStream in) {
    this.in = in;
  }

  /** The first line. */
  public Header header() throws IOException, Unreadable {
    byte[] line = line(HEADER_BYTES_MAX);
    if (line == null) {
      throw new Unreadable("there is nothing in the export");
    }
    return Header.of(line);
  }

  /**
   * {@return the next line without its newline; null at the end}
   *
   * @throws Unreadable where a line is too long, or the last has no newline
   */
  public byte @Nullable [] next() throws IOException, Unreadable {
    // A detached part may be larger than its entry.
    return line(2 * Leaf.BYTES_MAX);
  }

  private byte @Nullable [] line(int longest) throws IOException, Unreadable {
    var line = new ByteArrayOutputStream(1 << 10);
    while (true) {
      if (at == end && !filled()) {
        if (line.size() > 0) {
          throw new Unreadable("the last line has no end: the file was cut");
        }
        return null;
      }
      int newline = at;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      line.write(buffer, at, newline - at);
      at = newline;
      if (line.size() > longest) {
        throw new Unreadable("a line is longer than " + longest + " bytes");
      }
      if (at < end) {
        at++;
        return line.toByteArray();
      }
    }
  }

  private boolean filled() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
