package dev.countersign.audit.log;

import dev.countersign.audit.entries.Unreadable;

/** A public key of the log: Ed25519, or P-256 beside it. */
public final class LogKey {
  private final NoteKey key;

  private LogKey(NoteKey key) {
    this.key = key;
  }

  /** Reads a note verifier key (C2SP signed-note). */
  public static LogKey of(String vkey) throws Unreadable {
    var key = NoteKey.of(vkey);
    if (key.type() != NoteKey.ED25519 && key.type() != NoteKey.ECDSA) {
      throw new Unreadable("the log key of " + key.name() + " is neither Ed25519 nor ECDSA");
    }
    return new LogKey(key);
  }

  public String text() {
    return key.text();
  }

  public String name() {
    return key.name();
  }

  boolean isEd25519() {
    return key.type() == NoteKey.ED25519;
  }

  /** Is there a signature of this key under the note that holds? */
  boolean signed(Note note) {
    return note.lines().stream()
        .filter(key::named)
        .anyMatch(line -> verifies(note.bytes(), NoteKey.signature(line)));
  }

  private boolean verifies(byte[] text, byte[] signature) {
    return isEd25519()
        ? Ed25519.key(key.key()).map(known -> known.verifies(text, signature)).orElse(false)
        : Ecdsa.verifies(key.key(), text, signature);
  }
}
