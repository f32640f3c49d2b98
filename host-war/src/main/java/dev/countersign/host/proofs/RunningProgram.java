package dev.countersign.host.proofs;

import dev.countersign.kernel.Oversight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The program that runs, as it can be read back: nothing here is remembered from the build. */
@ApplicationScoped
public class RunningProgram {
  private static final String PROOFS = "WEB-INF/proofs";

  @Inject ServletContext archive;

  private @Nullable Contents contents;

  /**
   * What it consists of.
   *
   * @param kernel classes of the kernel, from where the class loader took them
   * @param proofs the proofs that the archive carries
   * @param war all that the archive carries
   * @param claims the laws, and how each is claimed
   */
  public record Contents(
      Fingerprint kernel, Fingerprint proofs, Fingerprint war, List<Claim> claims) {}

  /** Read once: it takes a moment, and a running program does not change. */
  public synchronized Contents contents() {
    var known = contents;
    if (known == null) {
      try {
        known = read();
      } catch (IOException e) {
        throw new UncheckedIOException("the server's own archive cannot be read", e);
      }
      contents = known;
    }
    return known;
  }

  private Contents read() throws IOException {
    var folder = folder();
    var proofs = folder.resolve(PROOFS);
    return new Contents(
        Fingerprints.kernel(placeOfKernel()),
        Fingerprints.proofs(proofs),
        Fingerprints.archive(folder),
        Claim.oversight(Files.readString(proofs.resolve("CLAIMS.md"))));
  }

  /** Where the archive was unpacked: the servlet's own view also shows what is inside libraries. */
  private Path folder() throws IOException {
    @Nullable String folder = archive.getRealPath("/");
    if (folder == null) {
      throw new IOException("the application server keeps the archive packed; let it unpack it");
    }
    return Path.of(folder);
  }

  private static Path placeOfKernel() throws IOException {
    var source = Objects.requireNonNull(Oversight.class.getProtectionDomain().getCodeSource());
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the kernel was loaded from no readable place", e);
    }
  }
}
