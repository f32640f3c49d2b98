package dev.countersign.host.desk;

import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.Letterhead;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.GateTiming;
import java.util.Optional;

/**
 * What a sender asks for.
 *
 * @param asked the draft as the sender wrote it
 * @param draft the same with what its mailbox adds to it
 * @param sendAt milliseconds since the epoch, 0 for as soon as allowed
 * @param gateTiming empty for the mailbox's own default
 */
public record SendRequest(
    Draft asked,
    Draft draft,
    long sendAt,
    Optional<GateTiming> gateTiming,
    Optional<String> idempotencyKey) {
  /** A request to which nothing is added. */
  public SendRequest(
      Draft draft, long sendAt, Optional<GateTiming> gateTiming, Optional<String> idempotencyKey) {
    this(draft, draft, sendAt, gateTiming, idempotencyKey);
  }

  public SendRequest on(Letterhead letterhead) {
    return new SendRequest(asked, letterhead.on(asked), sendAt, gateTiming, idempotencyKey);
  }

  public Digest digest() {
    return Digest.ofBytes(draft.digest());
  }

  boolean answers() {
    return draft.threading().inReplyTo().isPresent();
  }

  /** Tells a retry from another request: by what was asked, whatever is added to it by now. */
  String fingerprint() {
    var content = Digest.ofBytes(asked.digest()).hex();
    return content + ":" + sendAt + ":" + gateTiming.map(GateTiming::wire).orElse("");
  }
}
