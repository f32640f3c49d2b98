package dev.countersign.audit.log;

import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A signed checkpoint (C2SP tlog-checkpoint): so many entries have this root. */
public final class Checkpoint {
  private static final int ROOT_BYTES = 32;

  private final String note;
  private final String text;
  private final String origin;
  private final long size;
  private final byte[] root;
  private final List<Line> lines;

  private record Line(String name, String value) {}

  private Checkpoint(
      String note, String text, String origin, long size, byte[] root, List<Line> lines) {
    this.note = note;
    this.text = text;
    this.origin = origin;
    this.size = size;
    this.root = root;
    this.lines = lines;
  }

  /** Reads a note; says nothing of its signatures. */
  public static Checkpoint of(String note) throws Unreadable {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw new Unreadable("a checkpoint is a text, an empty line and signatures");
    }
    String text = note.substring(0, end + 1);
    String[] parts = text.split("\n", -1);
    if (parts.length < 4 || parts[0].isEmpty() || !parts[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new Unreadable("a checkpoint begins with origin, size and root");
    }
    byte[] root = Base64Text.ofStandard(parts[2]);
    if (root.length != ROOT_BYTES) {
      throw new Unreadable("the root of a checkpoint has 32 bytes");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(end + 2).split("\n", 0)) {
      lines.add(line(line));
    }
    return new Checkpoint(note, text, parts[0], Long.parseLong(parts[1]), root, lines);
  }

  private static Line line(String line) throws Unreadable {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[0].equals("\u2014") || words[1].isEmpty()) {
      throw new Unreadable("a signature line is a dash, a name and a value");
    }
    return new Line(words[1], words[2]);
  }

  public String note() {
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

  /**
   * Signed by the log's Ed25519 key and, where one is known, by a P-256 key beside it. Lines under
   * keys that were not given say nothing.
   */
  public boolean signedBy(List<LogKey> keys) throws Unreadable {
    boolean ecdsaKnown = keys.stream().anyMatch(key -> !key.isEd25519());
    return signed(keys, true) && (!ecdsaKnown || signed(keys, false));
  }

  private boolean signed(List<LogKey> keys, boolean ed25519) throws Unreadable {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Line line : lines) {
      byte[] value = Base64Text.ofStandard(line.value());
      for (LogKey key : keys) {
        if (key.isEd25519() == ed25519
            && key.name().equals(line.name())
            && key.name().equals(origin)
            && key.signed(bytes, value)) {
          return true;
        }
      }
    }
    return false;
  }
}
