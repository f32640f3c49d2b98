package dev.countersign.kernel;

import java.util.Optional;

/** What the spam filter made of an arriving message. */
public enum SpamVerdict {
  CLEAN(dev.countersign.kernel.core.SpamVerdict.CLEAN),
  FLAGGED(dev.countersign.kernel.core.SpamVerdict.FLAGGED),
  QUARANTINED(dev.countersign.kernel.core.SpamVerdict.QUARANTINED);

  final int code;

  SpamVerdict(int code) {
    this.code = code;
  }

  /** {@return the word used in JSON and in the store, such as {@code flagged}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<SpamVerdict> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }
}
