package dev.countersign.host.transparency.notes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param base64 of the four bytes that tell keys of one name apart, and of the signature
 */
public record NoteSignature(String name, String base64) {
  private static final String DASH = "\u2014 ";

  /** The signature as its key's type has it. */
  static NoteSignature by(VerifierKey key, byte[] value) {
    byte[] both =
        ByteBuffer.allocate(Integer.BYTES + value.length).putInt(key.keyId()).put(value).array();
    return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(both));
  }

  /** {@return empty unless the line is a signature in its one form} */
  public static Optional<NoteSignature> parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !line.startsWith(DASH) || !VerifierKey.isName(words[1])) {
      return Optional.empty();
    }
    return VerifierKey.base64(words[2])
        .filter(both -> both.length > Integer.BYTES)
        .map(both -> new NoteSignature(words[1], words[2]));
  }

  public int keyId() {
    return ByteBuffer.wrap(both()).getInt();
  }

  byte[] value() {
    byte[] both = both();
    return Arrays.copyOfRange(both, Integer.BYTES, both.length);
  }

  private byte[] both() {
    return Base64.getDecoder().decode(base64);
  }

  /** The line, without its end. */
  @Override
  public String toString() {
    return DASH + name + " " + base64;
  }
}
