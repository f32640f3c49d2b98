package dev.countersign.host.transparency.notes;

import java.util.List;

/**
 * That one key of a log takes over from another of its kind. The text of a note: a title, then
 * these, each on a line. No checkpoint reads like it: there, the third line is a hash.
 *
 * @param origin names the log
 * @param after checkpoints of more entries are signed by the new key
 */
public record KeyStatement(String origin, long after, VerifierKey old, VerifierKey fresh) {
  private static final String TITLE = "countersign-log-key-v1";

  /** {@return what is signed} */
  public String text() {
    return String.join("\n", TITLE, origin, Long.toString(after), old.toString(), fresh.toString())
        + "\n";
  }

  public SignedNote signedBy(List<NoteSigner> signers) {
    return new SignedNote(text(), signers.stream().map(signer -> signer.sign(text())).toList());
  }
}
