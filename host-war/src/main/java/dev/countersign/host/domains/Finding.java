package dev.countersign.host.domains;

import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.Optional;

/**
 * What one signal says of one domain.
 *
 * @param says in plain words, to stand in a sentence about the domain
 * @param value the fact behind it where there is one: a DMARC policy, an age in days
 */
public record Finding(Signal signal, Level level, String says, Optional<String> value) {
  public static Finding of(Signal signal, Level level, String says) {
    return new Finding(signal, level, says, Optional.empty());
  }

  public static Finding unknown(Signal signal, String why) {
    return of(signal, Level.UNKNOWN, "could not be established: " + why);
  }

  public static Finding off(Signal signal) {
    return of(signal, Level.OFF, "is switched off here");
  }
}
