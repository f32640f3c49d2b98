package dev.countersign.audit.log;

import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Sha256;
import dev.countersign.audit.entries.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key of the log as a note verifier key (C2SP signed-note): {@code
 * name+hex(id)+base64(type || key)}.
 */
public final class LogKey {
  private static final int ID_BYTES = 4;
  private static final byte ED25519 = 1;
  private static final byte ECDSA = 2;

  private final String text;
  private final String name;
  private final byte[] id;
  private final byte[] typed;

  private LogKey(String text, String name, byte[] id, byte[] typed) {
    this.text = text;
    this.name = name;
    this.id = id;
    this.typed = typed;
  }

  /** Reads a key; its id must be what follows from name, type and key. */
  public static LogKey of(String vkey) throws Unreadable {
    // The last part is base64 and may have a plus itself; a name has none.
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3 || parts[0].isEmpty()) {
      throw new Unreadable("a log key has the form name+id+key");
    }
    byte[] typed = Base64Text.ofStandard(parts[2]);
    if (typed.length == 0 || (typed[0] != ED25519 && typed[0] != ECDSA)) {
      throw new Unreadable("the log key of " + parts[0] + " is neither Ed25519 nor ECDSA");
    }
    byte[] id = id(parts[0], typed);
    if (!HexFormat.of().formatHex(id).equals(parts[1])) {
      throw new Unreadable("the id of the log key of " + parts[0] + " is not that of the key");
    }
    return new LogKey(vkey, parts[0], id, typed);
  }

  /** Of ECDSA keys the id is over the key alone, as C2SP found them in use. */
  private static byte[] id(String name, byte[] typed) {
    byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] hash =
        typed[0] == ECDSA
            ? Sha256.of(Arrays.copyOfRange(typed, 1, typed.length))
            : Sha256.of(head, typed);
    return Arrays.copyOf(hash, ID_BYTES);
  }

  public String text() {
    return text;
  }

  public String name() {
    return name;
  }

  boolean isEd25519() {
    return typed[0] == ED25519;
  }

  /** Is this value of a signature line by this key: its id, then a signature of the text? */
  boolean signed(byte[] note, byte[] value) {
    return value.length > ID_BYTES
        && Arrays.equals(id, Arrays.copyOf(value, ID_BYTES))
        && verifies(note, Arrays.copyOfRange(value, ID_BYTES, value.length));
  }

  private boolean verifies(byte[] note, byte[] signature) {
    byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
    return isEd25519()
        ? Ed25519.key(key).map(known -> known.verifies(note, signature)).orElse(false)
        : Ecdsa.verifies(key, note, signature);
  }
}
