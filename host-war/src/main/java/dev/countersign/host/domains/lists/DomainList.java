package dev.countersign.host.domains.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A set of domains, kept as the first 64 bits of the SHA-256 of each, so that a million takes 8 MB.
 * That a name is taken for another's so happens once in 2^64 for each entry.
 *
 * <p>As a file: a domain on a line, in A-labels, or its SHA-256 in hexadecimal digits. A name
 * stands for all names below it. What follows a {@code #} is a comment.
 */
public final class DomainList {
  private static final int SHA256_DIGITS = 64;
  private static final int DIGITS_KEPT = 16;

  private final long[] hashes;

  private DomainList(long[] hashes) {
    this.hashes = hashes;
  }

  /**
   * Reads a file.
   *
   * @throws IOException where it is not a list: a page of a web site is none, and a file that names
   *     nothing is what is left of one
   */
  public static DomainList read(InputStream file) throws IOException {
    MessageDigest sha256 = sha256();
    LongStream.Builder hashes = LongStream.builder();
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String entry = entry(line);
        if (!entry.isEmpty()) {
          hashes.add(
              entry.length() == SHA256_DIGITS && entry.indexOf('.') < 0
                  ? Long.parseUnsignedLong(entry.substring(0, DIGITS_KEPT), 16)
                  : hash(sha256, entry));
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("not a list of domains", e);
    }
    long[] distinct = hashes.build().sorted().distinct().toArray();
    if (distinct.length == 0) {
      throw new IOException("a list without a domain");
    }
    return new DomainList(distinct);
  }

  private static String entry(String line) throws IOException {
    int comment = line.indexOf('#');
    String entry =
        (comment < 0 ? line : line.substring(0, comment)).strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < entry.length(); i++) {
      char c = entry.charAt(i);
      if ((c < 'a' || 'z' < c) && (c < '0' || '9' < c) && c != '.' && c != '-' && c != '_') {
        throw new IOException("not a list of domains: a line has \"" + c + "\"");
      }
    }
    return entry;
  }

  public int size() {
    return hashes.length;
  }

  /** Is the domain, or one above it, on the list? */
  public boolean contains(String domain) {
    MessageDigest sha256 = sha256();
    for (String name = domain; ; name = name.substring(name.indexOf('.') + 1)) {
      if (Arrays.binarySearch(hashes, hash(sha256, name)) >= 0) {
        return true;
      }
      if (name.indexOf('.') < 0) {
        return false;
      }
    }
  }

  private static long hash(MessageDigest sha256, String name) {
    return ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.US_ASCII))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
