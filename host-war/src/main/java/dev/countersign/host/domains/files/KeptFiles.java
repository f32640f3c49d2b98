package dev.countersign.host.domains.files;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How this site keeps files.
 *
 * @param folder for copies of what is fetched
 */
public record KeptFiles(Path folder, FetchPolicy policy, InstantSource time) {
  /** {@return the file, read again when it changes} */
  public <T> Kept<T> open(FileOrigin origin, Kept.Reader<T> reader) {
    return switch (origin) {
      case FileOrigin.Here(var path) -> new LocalFile<>(path, reader);
      case FileOrigin.There(var address) ->
          new FetchedFile<>(address, folder, reader, policy, time);
    };
  }
}
