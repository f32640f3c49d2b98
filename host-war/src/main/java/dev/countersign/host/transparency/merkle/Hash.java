package dev.countersign.host.transparency.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The hash of a node of the tree: 32 bytes. */
public final class Hash {
  public static final int BYTES = 32;

  private final byte[] value;

  private Hash(byte[] value) {
    this.value = value;
  }

  /**
   * Takes the array as it is; nobody may change it afterwards.
   *
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public static Hash of(byte[] value) {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a tree's hash has 32 bytes");
    }
    return new Hash(value);
  }

  /** {@return the hash that these many bytes into {@code bytes}} */
  public static Hash at(byte[] bytes, int offset) {
    return of(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  /** {@return empty unless the text is base64 of 32 bytes, in its one form} */
  public static Optional<Hash> ofBase64(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      return decoded.length == BYTES && Base64.getEncoder().encodeToString(decoded).equals(text)
          ? Optional.of(new Hash(decoded))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public byte[] bytes() {
    return value.clone();
  }

  /** Writes the 32 bytes there. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(value, 0, target, offset, BYTES);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return base64();
  }
}
