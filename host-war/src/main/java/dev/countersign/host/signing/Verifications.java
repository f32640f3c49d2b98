package dev.countersign.host.signing;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyLookup;
import dev.countersign.host.identity.KeyOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the identity of a message is worth here: by the keys of this installation, or by those of
 * another one whose key document the operator put into {@code trusted-keys}. Each document stands
 * for itself, and none of them speaks for a tenant of this installation.
 */
@ApplicationScoped
public class Verifications {
  private static final Logger LOG = Logger.getLogger(Verifications.class.getName());

  @Inject SigningKeyRows keys;
  @Inject DataFolder data;

  /** Inside a transaction. */
  public IdentityVerification verify(byte[] message) {
    IdentityVerification own = IdentityVerification.verify(message, keys);
    if (own instanceof IdentityVerification.Refused) {
      for (JwkSet trusted : trusted(data.path().resolve("trusted-keys"))) {
        KeyLookup others = owner -> isOwn(owner) ? JwkSet.NONE : trusted.keys(owner);
        IdentityVerification verdict = IdentityVerification.verify(message, others);
        if (verdict instanceof IdentityVerification.Verified) {
          return verdict;
        }
      }
    }
    return own;
  }

  private boolean isOwn(KeyOwner owner) {
    return owner instanceof KeyOwner.Tenant && !keys.keys(owner).keys().isEmpty();
  }

  private static List<JwkSet> trusted(Path folder) {
    List<JwkSet> documents = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return documents;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        documents.add(JwkSet.parse(Files.readString(file), new KeyOwner.Service()));
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "a document of trusted keys cannot be read", e);
    }
    return documents;
  }
}
