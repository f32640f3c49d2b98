package dev.countersign.audit.log;

import dev.countersign.audit.entries.Base64Text;
import dev.countersign.audit.entries.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text with signatures under it (C2SP signed-note); says nothing of whether they hold. */
record Note(String text, List<Line> lines) {
  /** A signature line: who is said to have signed, and the key's id with the signature. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Line(String name, byte[] value) {}

  /** Reads a note. */
  static Note of(String note) throws Unreadable {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw new Unreadable("a note is a text, an empty line and signatures");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(end + 2).split("\n", 0)) {
      lines.add(line(line));
    }
    return new Note(note.substring(0, end + 1), List.copyOf(lines));
  }

  private static Line line(String line) throws Unreadable {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[0].equals("\u2014") || words[1].isEmpty()) {
      throw new Unreadable("a signature line is a dash, a name and a value");
    }
    return new Line(words[1], Base64Text.ofStandard(words[2]));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
