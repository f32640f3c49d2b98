package dev.countersign.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The keys that an installation writes to its {@code public-keys} folder, for readers offline. */
public record PublishedKeys(Path folder) implements KeyRegister {
  /** The folder in an installation's data folder. */
  public static PublishedKeys in(Path data) {
    return new PublishedKeys(data.resolve("public-keys"));
  }

  @Override
  public JwkSet keys(KeyOwner owner) {
    try {
      return JwkSet.parse(Files.readString(file(owner)), owner).keys(owner);
    } catch (NoSuchFileException e) {
      return JwkSet.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException("The published keys cannot be read.", e);
    }
  }

  @Override
  public void record(KeyOwner owner, JwkSet keys) {
    try {
      PrivateFile.createFolder(folder, true);
      byte[] json = (keys.json() + "\n").getBytes(StandardCharsets.UTF_8);
      PrivateFile.replace(file(owner), json, true);
    } catch (IOException e) {
      throw new UncheckedIOException("The published keys cannot be written.", e);
    }
  }

  private Path file(KeyOwner owner) {
    return folder.resolve(owner.alias() + ".json");
  }
}
