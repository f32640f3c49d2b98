package dev.countersign.host.transparency.notes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP {@code signed-note}). That there are signatures says
 * nothing: {@link VerifierKey} says whether one holds.
 *
 * @param text ends in a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  // The specification asks for at least 16.
  private static final int MOST_SIGNATURES = 64;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!wellFormed(text) || !text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends in a newline and is plain");
    }
  }

  /** {@return empty unless the bytes are a signed note} */
  public static Optional<SignedNote> parse(byte[] utf8) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** {@return empty unless this is a signed note} */
  public static Optional<SignedNote> parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || !wellFormed(note)) {
      return Optional.empty();
    }
    return signatures(note.substring(end + 2))
        .filter(found -> !found.isEmpty())
        .map(found -> new SignedNote(note.substring(0, end + 1), found));
  }

  /** {@return empty unless each line is a signature's} */
  public static Optional<List<NoteSignature>> signatures(String lines) {
    List<NoteSignature> found = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      Optional<NoteSignature> signature = NoteSignature.parse(line);
      if (signature.isEmpty() || found.size() == MOST_SIGNATURES) {
        return Optional.empty();
      }
      found.add(signature.get());
    }
    return Optional.of(found);
  }

  private static boolean wellFormed(String note) {
    return note.chars().allMatch(c -> c >= ' ' || c == '\n');
  }

  /** {@return the note with further signatures under it} */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /** {@return whether this key signed it, and each of its signatures holds} */
  public boolean signedBy(VerifierKey key) {
    List<NoteSignature> own = signatures.stream().filter(key::made).toList();
    return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(text, signature));
  }

  /** The note as it is handed on. */
  @Override
  public String toString() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature).append('\n'));
    return note.toString();
  }
}
