package dev.countersign.host.transparency.notes;

import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that proves offline that an entry is in the log (C2SP {@code tlog-proof}).
 *
 * @param index of the entry
 * @param path as in {@link InclusionProof}
 * @param checkpoint of a tree that has the entry, with its signatures
 */
public record LogProof(long index, List<Hash> path, SignedNote checkpoint) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final int MOST_HASHES = 63;

  public LogProof {
    path = List.copyOf(path);
  }

  /** {@return empty unless this is such a file, without extra data} */
  public static Optional<LogProof> parse(String file) {
    int blank = file.indexOf("\n\n");
    List<String> lines = blank < 0 ? List.of() : file.substring(0, blank).lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals(HEADER) || !lines.get(1).startsWith(INDEX)) {
      return Optional.empty();
    }
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      Optional<Hash> hash = Hash.ofBase64(line);
      if (hash.isEmpty() || path.size() == MOST_HASHES) {
        return Optional.empty();
      }
      path.add(hash.get());
    }
    String index = lines.get(1).substring(INDEX.length());
    return index.matches("0|[1-9]\\d{0,17}")
        ? SignedNote.parse(file.substring(blank + 2))
            .map(note -> new LogProof(Long.parseLong(index), path, note))
        : Optional.empty();
  }

  @Override
  public String toString() {
    var file = new StringBuilder(HEADER).append('\n').append(INDEX).append(index).append('\n');
    path.forEach(hash -> file.append(hash.base64()).append('\n'));
    return file.append('\n').append(checkpoint).toString();
  }
}
