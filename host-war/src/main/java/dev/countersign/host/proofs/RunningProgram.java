package dev.countersign.host.proofs;

import dev.countersign.kernel.Oversight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The program that runs, as it can be read back: nothing here is remembered from the build. */
@ApplicationScoped
public class RunningProgram {
  private static final String PROOFS = "/WEB-INF/proofs/";

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
    var war = new Fingerprint();
    addAll(war, "/");
    var proofs = new Fingerprint();
    for (var path : war.files().keySet()) {
      String file = "/" + path;
      if (file.startsWith(PROOFS) && Fingerprints.isProof(file.substring(PROOFS.length()))) {
        try (var content = open(file)) {
          proofs.add(file.substring(PROOFS.length()), content);
        }
      }
    }
    return new Contents(Fingerprints.kernel(placeOfKernel()), proofs, war, claims());
  }

  private void addAll(Fingerprint to, String folder) throws IOException {
    Set<String> paths = archive.getResourcePaths(folder);
    for (var path : paths == null ? Set.<String>of() : paths) {
      String name = path.substring(1);
      if (!Fingerprints.belongsToAnArchive(name)) {
        continue;
      }
      if (path.endsWith("/")) {
        addAll(to, path);
      } else {
        try (var content = open(path)) {
          to.add(name, content);
        }
      }
    }
  }

  private List<Claim> claims() throws IOException {
    try (var content = open(PROOFS + "CLAIMS.md")) {
      return Claim.oversight(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private InputStream open(String path) throws IOException {
    @Nullable InputStream content = archive.getResourceAsStream(path);
    if (content == null) {
      throw new IOException("the archive has no " + path);
    }
    return content;
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
