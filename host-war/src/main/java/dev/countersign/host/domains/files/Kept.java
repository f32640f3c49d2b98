package dev.countersign.host.domains.files;

import java.io.IOException;
import java.io.InputStream;

/** What a file says at this moment. */
public interface Kept<T> {
  /**
   * {@return the content, as it was read last}
   *
   * @throws IOException where there is none that may be used, so that nobody knows
   */
  T value() throws IOException;

  /** How a file is read; what cannot be meant is an {@link IOException}. */
  interface Reader<T> {
    T read(InputStream file) throws IOException;
  }
}
