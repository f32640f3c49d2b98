package dev.countersign.host.desk;

import dev.countersign.host.mail.Draft;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.GateTiming;
import java.util.Optional;

/**
 * What a sender asks for.
 *
 * @param sendAt milliseconds since the epoch, 0 for as soon as allowed
 * @param gateTiming empty for the mailbox's own default
 */
public record SendRequest(
    Draft draft, long sendAt, Optional<GateTiming> gateTiming, Optional<String> idempotencyKey) {
  public Digest digest() {
    return Digest.ofBytes(draft.digest());
  }

  /** Tells a retry from another request under the same idempotency key. */
  String fingerprint() {
    return digest().hex() + ":" + sendAt + ":" + gateTiming.map(GateTiming::wire).orElse("");
  }
}
