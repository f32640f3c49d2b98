package dev.countersign.host.domains.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Domains in a text file, one on a line: the name in A-labels, or the SHA-256 of it in hexadecimal
 * digits. A name stands for all names below it. What follows a {@code #} is a comment. The file is
 * read again when it has changed.
 */
public final class DomainList {
  private final @Nullable Path file;
  private Set<String> entries;
  private @Nullable FileTime readAt;

  private DomainList(@Nullable Path file, Set<String> entries) {
    this.file = file;
    this.entries = entries;
  }

  public static DomainList in(Path file) {
    return new DomainList(file, Set.of());
  }

  public static DomainList of(List<String> lines) {
    return new DomainList(null, parse(lines));
  }

  /**
   * Is the domain, or one above it, on the list?
   *
   * @throws IOException where the file cannot be read, so that nobody knows
   */
  public boolean contains(String domain) throws IOException {
    Set<String> listed = current();
    for (String name = domain; ; name = name.substring(name.indexOf('.') + 1)) {
      if (listed.contains(name) || listed.contains(sha256(name))) {
        return true;
      }
      if (name.indexOf('.') < 0) {
        return false;
      }
    }
  }

  private synchronized Set<String> current() throws IOException {
    if (file != null) {
      FileTime changed = Files.getLastModifiedTime(file);
      if (!changed.equals(readAt)) {
        entries = parse(Files.readAllLines(file));
        readAt = changed;
      }
    }
    return entries;
  }

  private static Set<String> parse(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String sha256(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
