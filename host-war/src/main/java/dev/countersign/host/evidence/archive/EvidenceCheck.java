package dev.countersign.host.evidence.archive;

import dev.countersign.host.identity.DetachedSignature;
import dev.countersign.host.identity.KeyLookup;
import dev.countersign.host.identity.KeyOwner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package is worth by keys that were got elsewhere.
 *
 * @param manifest as far as it could be read
 * @param faults one sentence each; empty if every byte is as the tenant's key signed it
 */
public record EvidenceCheck(Optional<Manifest> manifest, List<String> faults) {
  /** Checks the bytes of a whole archive. Nothing in it is believed about its own signature. */
  public static EvidenceCheck of(byte[] archive, KeyLookup keys) {
    try {
      Map<String, byte[]> files = new LinkedHashMap<>(EvidenceZip.read(archive));
      byte[] manifest = removed(files, Manifest.FILE);
      byte[] signature = removed(files, Manifest.SIGNATURE);
      var read = Manifest.read(manifest);
      List<String> faults = new ArrayList<>(differences(read, files));
      fault(read, manifest, signature, keys).ifPresent(faults::addFirst);
      return new EvidenceCheck(Optional.of(read), List.copyOf(faults));
    } catch (IOException e) {
      return new EvidenceCheck(Optional.empty(), List.of(String.valueOf(e.getMessage())));
    }
  }

  public boolean passed() {
    return faults.isEmpty();
  }

  private static byte[] removed(Map<String, byte[]> files, String path) throws IOException {
    byte[] content = files.remove(path);
    if (content == null) {
      throw new IOException("there is no " + path + " in it");
    }
    return content;
  }

  private static List<String> differences(Manifest manifest, Map<String, byte[]> files) {
    List<String> faults = new ArrayList<>();
    manifest
        .files()
        .forEach(
            (path, hash) -> {
              byte[] content = files.get(path);
              if (content == null) {
                faults.add(path + " is missing");
              } else if (!Manifest.sha256(content).equals(hash)) {
                faults.add(path + " was changed");
              }
            });
    files.keySet().stream()
        .filter(path -> !manifest.files().containsKey(path))
        .forEach(path -> faults.add(path + " is not in the manifest"));
    return faults;
  }

  private static Optional<String> fault(
      Manifest manifest, byte[] signed, byte[] signature, KeyLookup keys) throws IOException {
    KeyOwner owner;
    try {
      owner = new KeyOwner.Tenant(manifest.tenant());
    } catch (IllegalArgumentException e) {
      throw new IOException("the manifest names nobody", e);
    }
    var published = keys.keys(owner);
    if (published.keys().isEmpty()) {
      return Optional.of("there is no key of " + manifest.tenant() + " to check it with");
    }
    var signer = DetachedSignature.signer(signed, signature, published);
    if (signer.isEmpty()) {
      return Optional.of("no published key of " + manifest.tenant() + " signed the manifest");
    }
    if (signer.get().revocation().isPresent()) {
      return Optional.of("the key that signed the manifest was revoked");
    }
    return signer.get().inForceAt(manifest.madeAt())
        ? Optional.empty()
        : Optional.of("the key that signed the manifest did not sign at that time");
  }
}
