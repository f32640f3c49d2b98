package dev.countersign.audit.log;

import dev.countersign.audit.entries.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The public key of somebody who signs checkpoints that are consistent with all before (C2SP
 * tlog-cosignature): Ed25519 over a header, the time and the checkpoint.
 */
public final class WitnessKey {
  private static final int SIGNATURE_BYTES = 64;
  private static final long SECONDS_MAX = Long.MAX_VALUE / 1000;

  private final NoteKey key;
  private final Ed25519.Key verifier;

  private WitnessKey(NoteKey key, Ed25519.Key verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  /** Reads a note verifier key (C2SP signed-note) of the type for cosignatures. */
  public static WitnessKey of(String vkey) throws Unreadable {
    var key = NoteKey.of(vkey);
    Optional<Ed25519.Key> verifier = Ed25519.key(key.key());
    if (key.type() != NoteKey.COSIGNATURE || verifier.isEmpty()) {
      throw new Unreadable(key.name() + " is not a witness's key (Ed25519, type 4)");
    }
    return new WitnessKey(key, verifier.get());
  }

  public String name() {
    return key.name();
  }

  String text() {
    return key.text();
  }

  /** What is under a checkpoint of this witness. */
  enum Signed {
    NOT,
    VALID,
    WRONG
  }

  /**
   * One line that is called this witness's and does not hold spoils the others.
   *
   * @param latest milliseconds since 1970; nobody can have signed later
   */
  Signed signed(Note note, long latest) {
    Signed found = Signed.NOT;
    for (Note.Line line : note.lines()) {
      if (key.named(line)) {
        if (!verifies(note.text(), NoteKey.signature(line), latest)) {
          return Signed.WRONG;
        }
        found = Signed.VALID;
      }
    }
    return found;
  }

  private boolean verifies(String text, byte[] value, long latest) {
    if (value.length != Long.BYTES + SIGNATURE_BYTES) {
      return false;
    }
    long seconds = ByteBuffer.wrap(value).getLong();
    byte[] signed =
        ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    return 0 <= seconds
        && seconds <= SECONDS_MAX
        && seconds * 1000 <= latest
        && verifier.verifies(signed, Arrays.copyOfRange(value, Long.BYTES, value.length));
  }
}
