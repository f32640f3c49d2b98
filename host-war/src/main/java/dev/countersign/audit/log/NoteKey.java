package dev.countersign.audit.log;

import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Sha256;
import dev.countersign.audit.entries.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key under its name, as a note verifier key (C2SP signed-note): {@code
 * name+hex(id)+base64(type || key)}.
 */
final class NoteKey {
  static final byte ED25519 = 1;
  static final byte ECDSA = 2;
  static final byte COSIGNATURE = 4;
  private static final int ID_BYTES = 4;

  private final String text;
  private final String name;
  private final byte[] id;
  private final byte[] typed;

  private NoteKey(String text, String name, byte[] id, byte[] typed) {
    this.text = text;
    this.name = name;
    this.id = id;
    this.typed = typed;
  }

  /** Reads a key; its id must be what follows from name, type and key. */
  static NoteKey of(String vkey) throws Unreadable {
    // The last part is base64 and may have a plus itself; a name has none.
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3 || parts[0].isEmpty()) {
      throw new Unreadable("a key of a note has the form name+id+key");
    }
    byte[] typed = Base64Text.ofStandard(parts[2]);
    if (typed.length == 0) {
      throw new Unreadable("the key of " + parts[0] + " is empty");
    }
    byte[] id = id(parts[0], typed);
    if (!HexFormat.of().formatHex(id).equals(parts[1])) {
      throw new Unreadable("the id of the key of " + parts[0] + " is not that of the key");
    }
    return new NoteKey(vkey, parts[0], id, typed);
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

  String text() {
    return text;
  }

  String name() {
    return name;
  }

  byte type() {
    return typed[0];
  }

  byte[] key() {
    return Arrays.copyOfRange(typed, 1, typed.length);
  }

  /** Does the line say that it is by this key? */
  boolean named(Note.Line line) {
    return line.name().equals(name)
        && line.value().length > ID_BYTES
        && Arrays.equals(id, Arrays.copyOf(line.value(), ID_BYTES));
  }

  /** {@return what stands in the line behind the key's id} */
  static byte[] signature(Note.Line line) {
    return Arrays.copyOfRange(line.value(), ID_BYTES, line.value().length);
  }
}
