package dev.countersign.kernel;

import java.util.Optional;

/** An operator's word about a domain: in place of its score, or as its lower bound. */
public enum DomainOverride {
  NONE(dev.countersign.kernel.core.DomainScore.NO_OVERRIDE),
  TRUSTED(dev.countersign.kernel.core.DomainScore.TRUSTED),
  FLAGGED(dev.countersign.kernel.core.DomainScore.FLAGGED),
  BLOCKED(dev.countersign.kernel.core.DomainScore.BLOCKED);

  final int code;

  DomainOverride(int code) {
    this.code = code;
  }

  public String wire() {
    return Words.wire(this);
  }

  public static Optional<DomainOverride> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }
}
