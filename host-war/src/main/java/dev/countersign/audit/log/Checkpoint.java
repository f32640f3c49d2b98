package dev.countersign.audit.log;

import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Unreadable;

/** A signed checkpoint (C2SP tlog-checkpoint): so many entries have this root. */
public final class Checkpoint {
  private static final int ROOT_BYTES = 32;

  private final Note note;
  private final String origin;
  private final long size;
  private final byte[] root;

  private Checkpoint(Note note, String origin, long size, byte[] root) {
    this.note = note;
    this.origin = origin;
    this.size = size;
    this.root = root;
  }

  /** Reads a note; says nothing of its signatures. */
  public static Checkpoint of(String text) throws Unreadable {
    var note = Note.of(text);
    String[] parts = note.text().split("\n", -1);
    if (parts.length < 4 || parts[0].isEmpty() || !parts[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new Unreadable("a checkpoint begins with origin, size and root");
    }
    byte[] root = Base64Text.ofStandard(parts[2]);
    if (root.length != ROOT_BYTES) {
      throw new Unreadable("the root of a checkpoint has 32 bytes");
    }
    return new Checkpoint(note, parts[0], Long.parseLong(parts[1]), root);
  }

  Note note() {
    return note;
  }

  public String origin() {
    return origin;
  }

  public long size() {
    return size;
  }

  public byte[] root() {
    return root.clone();
  }

  /** Signed by the keys that the log had at this size, under its own name. */
  boolean signedBy(KeyRing keys) {
    return keys.signed(note, origin, size);
  }
}
