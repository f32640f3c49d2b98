package dev.countersign.host.intake;

import dev.countersign.host.inbound.authentication.Authentication;
import dev.countersign.host.inbound.authentication.Authenticator;
import java.util.Optional;

/** Finds out who vouches for a message, where this site may ask. */
public final class Examination {
  private final Optional<Authenticator> authenticator;

  Examination(Optional<Authenticator> authenticator) {
    this.authenticator = authenticator;
  }

  /** {@return what is found now; {@code now} in milliseconds since 1970} */
  Authentication of(byte[] message, Transit transit, long now) {
    var from = new Authenticator.From(transit.peer(), transit.helo().orElse(""), transit.sender());
    return authenticator
        .map(each -> each.examine(message, from, now / 1000))
        .orElse(Authentication.UNKNOWN);
  }
}
