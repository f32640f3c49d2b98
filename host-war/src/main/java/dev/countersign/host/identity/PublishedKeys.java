package dev.countersign.host.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The keys that an installation wrote to its {@code public-keys} folder, read without a server. */
public record PublishedKeys(Path folder) implements KeyLookup {
  @Override
  public JwkSet keys(KeyOwner owner) {
    try {
      return JwkSet.parse(Files.readString(folder.resolve(owner.alias() + ".json")));
    } catch (NoSuchFileException e) {
      return new JwkSet(List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The published keys cannot be read.", e);
    }
  }
}
