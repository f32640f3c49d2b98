package dev.countersign.host.transparency.notes;

import dev.countersign.host.transparency.merkle.Hash;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a log (C2SP {@code tlog-checkpoint}), without extension lines.
 *
 * @param origin names the log
 * @param size how many entries it has
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
  private static final Pattern TEXT =
      Pattern.compile("(?<origin>[^\n]+)\n(?<size>0|[1-9]\\d{0,17})\n(?<root>[^\n]+)\n");

  /** {@return empty unless the note's text is a checkpoint} */
  public static Optional<Checkpoint> of(SignedNote note) {
    Matcher lines = TEXT.matcher(note.text());
    if (!lines.matches()) {
      return Optional.empty();
    }
    return Hash.ofBase64(lines.group("root"))
        .map(
            root ->
                new Checkpoint(lines.group("origin"), Long.parseLong(lines.group("size")), root));
  }

  /** {@return what is signed} */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  public SignedNote signedBy(List<NoteSigner> signers) {
    return new SignedNote(text(), signers.stream().map(signer -> signer.sign(text())).toList());
  }
}
