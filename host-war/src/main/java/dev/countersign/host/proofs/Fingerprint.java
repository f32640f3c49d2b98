package dev.countersign.host.proofs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One SHA-256 value for many files: of the lines that {@code sha256sum} prints for them, sorted by
 * path, so that anybody can repeat it with a shell.
 */
public final class Fingerprint {
  private final SortedMap<String, String> files = new TreeMap<>();

  /**
   * Adds a file; the stream is read to its end and not closed.
   *
   * @param path relative to whatever is fingerprinted, with slashes
   */
  public void add(String path, InputStream content) throws IOException {
    var digest = sha256();
    try (var reading = new DigestInputStream(new Unclosed(content), digest)) {
      reading.transferTo(OutputStream.nullOutputStream());
    }
    files.put(path, HexFormat.of().formatHex(digest.digest()));
  }

  /** Path to SHA-256 in lower-case hexadecimal, sorted by path. */
  public Map<String, String> files() {
    return Collections.unmodifiableMap(files);
  }

  /** The one value, in lower-case hexadecimal. */
  public String value() {
    String listing =
        files.entrySet().stream()
            .map(file -> file.getValue() + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    return HexFormat.of().formatHex(sha256().digest(listing.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Lets an entry of an archive be read without closing the archive. */
  private static final class Unclosed extends FilterInputStream {
    private Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
