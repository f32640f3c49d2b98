package dev.countersign.host.transparency.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;

/**
 * How entries and nodes are hashed (RFC 9162, section 2.1.1): 0 before an entry, 1 before the
 * hashes of two nodes, so that no entry can pass for a node.
 *
 * @param hash any bytes to 32 bytes; the specification's twin test puts another one here
 */
public record TreeHasher(UnaryOperator<byte[]> hash) {
  public static final TreeHasher SHA_256 = new TreeHasher(TreeHasher::sha256);

  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(TreeHasher::newSha256);

  public Hash leaf(byte[] entry) {
    byte[] prefixed = new byte[entry.length + 1];
    System.arraycopy(entry, 0, prefixed, 1, entry.length);
    return Hash.of(hash.apply(prefixed));
  }

  public Hash node(Hash left, Hash right) {
    byte[] prefixed = new byte[1 + 2 * Hash.BYTES];
    prefixed[0] = 1;
    left.copyTo(prefixed, 1);
    right.copyTo(prefixed, 1 + Hash.BYTES);
    return Hash.of(hash.apply(prefixed));
  }

  /** The root of the tree without entries. */
  public Hash empty() {
    return Hash.of(hash.apply(new byte[0]));
  }

  private static byte[] sha256(byte[] bytes) {
    return DIGEST.get().digest(bytes);
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
