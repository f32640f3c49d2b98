package dev.countersign.host.inbound;

import dev.countersign.host.inbound.authentication.Authentication;
import dev.countersign.kernel.SpamVerdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a message came, and what is thought of it.
 *
 * @param peer address of the host that had it, where that is known
 * @param helo what that host calls itself
 * @param envelopeFrom whom reports go to; empty text for a report itself
 * @param spamScore of the filter, in its own whole points
 */
public record Provenance(
    Way way,
    Optional<String> peer,
    Optional<String> helo,
    Optional<String> envelopeFrom,
    Authentication authentication,
    SpamVerdict verdict,
    @Nullable Integer spamScore) {

  /** An operator hands it in, and says what the filter in front thinks. */
  public static Provenance handedIn(SpamVerdict verdict) {
    return new Provenance(
        Way.API,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Authentication.UNKNOWN,
        verdict,
        null);
  }
}
