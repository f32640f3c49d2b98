package dev.countersign.host.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What the running archive carries for the package: proofs, documents, the list of components. */
@ApplicationScoped
public class ArchiveFiles {
  @Inject ServletContext archive;

  /**
   * The bytes of one file.
   *
   * @param path within the archive, such as {@code /WEB-INF/evidence/limits.md}
   */
  public byte[] read(String path) {
    try (@Nullable InputStream content = archive.getResourceAsStream(path)) {
      if (content == null) {
        throw new IOException("the archive has no " + path);
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the server's own archive cannot be read", e);
    }
  }
}
