package dev.countersign.audit.log;

import dev.countersign.audit.entries.Unreadable;

/**
 * A statement that a key of the log takes the place of another of its kind, as a signed note:
 * {@code countersign-log-key-v1}, the origin, a size, the old key and the new one, each on a line.
 * Checkpoints that are larger than the size are signed by the new key.
 */
final class KeyChange {
  private static final String TITLE = "countersign-log-key-v1";

  private final Note note;
  private final String origin;
  private final long after;
  private final LogKey old;
  private final LogKey fresh;

  private KeyChange(Note note, String origin, long after, LogKey old, LogKey fresh) {
    this.note = note;
    this.origin = origin;
    this.after = after;
    this.old = old;
    this.fresh = fresh;
  }

  static KeyChange of(String text) throws Unreadable {
    var note = Note.of(text);
    String[] lines = note.text().split("\n", -1);
    if (lines.length != 6 || !lines[0].equals(TITLE) || !lines[2].matches("0|[1-9][0-9]{0,17}")) {
      throw new Unreadable("it has not the five lines of such a statement");
    }
    var old = LogKey.of(lines[3]);
    var fresh = LogKey.of(lines[4]);
    if (old.isEd25519() != fresh.isEd25519() || old.text().equals(fresh.text())) {
      throw new Unreadable("it names no two keys of one kind");
    }
    if (!old.name().equals(lines[1]) || !fresh.name().equals(lines[1])) {
      throw new Unreadable("its keys are those of another log");
    }
    return new KeyChange(note, lines[1], Long.parseLong(lines[2]), old, fresh);
  }

  Note note() {
    return note;
  }

  String origin() {
    return origin;
  }

  long after() {
    return after;
  }

  LogKey old() {
    return old;
  }

  LogKey fresh() {
    return fresh;
  }
}
