package dev.countersign.audit.entries;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line of the log: {@code {"entry":E,"signature":{"key":kid,"value":base64url}}}. */
public final class Leaf {
  public static final int BYTES_MAX = 65_535;
  private static final byte[] HEAD = ascii("{\"entry\":");
  private static final byte[] MIDDLE = ascii(",\"signature\":{\"key\":\"");
  private static final byte[] VALUE = ascii("\",\"value\":\"");
  private static final byte[] TAIL = ascii("\"}}");
  private static final byte[] SIGNED_PREFIX = ascii("countersign-ledger-entry-v1\n");
  private static final int KID = 43;
  private static final int SIGNATURE = 86;
  // Everything behind E has one length: thumbprints and Ed25519 signatures have.
  private static final int BEHIND = MIDDLE.length + KID + VALUE.length + SIGNATURE + TAIL.length;

  private final byte[] line;
  private final int to;
  private final String kid;
  private final byte[] signature;

  private Leaf(byte[] line, int to, String kid, byte[] signature) {
    this.line = line;
    this.to = to;
    this.kid = kid;
    this.signature = signature;
  }

  /** Cuts a line into entry, key and signature. */
  public static Leaf of(byte[] line) throws NotCanonical, Unreadable {
    int to = line.length - BEHIND;
    if (line.length > BYTES_MAX || to <= HEAD.length) {
      throw new NotCanonical("a line of " + line.length + " bytes is no leaf");
    }
    int kid = to + MIDDLE.length;
    int value = kid + KID + VALUE.length;
    if (!has(line, 0, HEAD)
        || !has(line, to, MIDDLE)
        || !has(line, kid + KID, VALUE)
        || !has(line, value + SIGNATURE, TAIL)) {
      throw new NotCanonical("it is not an entry followed by a signature");
    }
    String key = text(line, kid, KID);
    Base64Text.ofUrl(key);
    return new Leaf(line, to, key, Base64Text.ofUrl(text(line, value, SIGNATURE)));
  }

  /** {@return the entry itself} */
  public Entry entry() throws NotCanonical, Unreadable {
    return Entry.of(CanonicalJson.object(line, HEAD.length, to));
  }

  /** {@return the thumbprint of the key that signed (RFC 7638)} */
  public String kid() {
    return kid;
  }

  public byte[] signature() {
    return signature.clone();
  }

  /** {@return what the signature is over} */
  public byte[] signed() {
    byte[] signed = Arrays.copyOf(SIGNED_PREFIX, SIGNED_PREFIX.length + to - HEAD.length);
    System.arraycopy(line, HEAD.length, signed, SIGNED_PREFIX.length, to - HEAD.length);
    return signed;
  }

  private static boolean has(byte[] line, int at, byte[] wanted) {
    return Arrays.equals(line, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static String text(byte[] line, int at, int length) {
    return new String(line, at, length, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
