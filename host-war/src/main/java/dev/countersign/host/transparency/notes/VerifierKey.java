package dev.countersign.host.transparency.notes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key by which notes are verified, with its name.
 *
 * @param key base64 of an Ed25519 key's 32 bytes, or of a P-256 key as DER SubjectPublicKeyInfo
 */
public record VerifierKey(String name, SignatureType type, String key) {
  public VerifierKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("a key's name is not empty and has no spaces and no plus");
    }
  }

  public static VerifierKey of(String name, SignatureType type, byte[] encoded) {
    return new VerifierKey(name, type, Base64.getEncoder().encodeToString(encoded));
  }

  /**
   * Reads {@code name+id+base64}, the form in which keys are published.
   *
   * @return empty unless the id is that of the key, and the key of a type that is known here
   */
  public static Optional<VerifierKey> parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3 || !isName(parts[0])) {
      return Optional.empty();
    }
    return base64(parts[2])
        .filter(bytes -> bytes.length > 1)
        .flatMap(bytes -> ofTyped(parts[0], bytes))
        .filter(key -> key.toString().equals(vkey) && PublicKeys.usable(key));
  }

  private static Optional<VerifierKey> ofTyped(String name, byte[] bytes) {
    return SignatureType.of(bytes[0])
        .map(type -> of(name, type, Arrays.copyOfRange(bytes, 1, bytes.length)));
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints().noneMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c));
  }

  /** {@return empty unless the text is base64 in its one form} */
  static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Optional.of(bytes)
          .filter(read -> Base64.getEncoder().encodeToString(read).equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first four bytes of a hash; for ECDSA, over the key alone. */
  public int keyId() {
    byte[] hashed = type == SignatureType.ECDSA ? encoded() : joined(name + "\n", typed());
    return ByteBuffer.wrap(sha256(hashed)).getInt();
  }

  /** {@return whether the signature says that it is this key's} */
  public boolean made(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == keyId();
  }

  /** {@return whether this key made the signature over this text} */
  public boolean verifies(String text, NoteSignature signature) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    return made(signature)
        && switch (type) {
          case ED25519 -> PublicKeys.ed25519(encoded(), signed, signature.value());
          case ECDSA -> PublicKeys.ecdsa(encoded(), signed, signature.value());
          case COSIGNATURE -> Cosignature.verifies(encoded(), text, signature.value());
        };
  }

  byte[] encoded() {
    return Base64.getDecoder().decode(key);
  }

  private byte[] typed() {
    byte[] encoded = encoded();
    return ByteBuffer.allocate(1 + encoded.length).put(type.code()).put(encoded).array();
  }

  private static byte[] joined(String text, byte[] rest) {
    byte[] first = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(first.length + rest.length).put(first).put(rest).array();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The key as it is published. */
  @Override
  public String toString() {
    String id = HexFormat.of().toHexDigits(keyId());
    return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed());
  }
}
