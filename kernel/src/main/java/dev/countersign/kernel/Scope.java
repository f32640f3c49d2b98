package dev.countersign.kernel;

import java.util.Optional;

/** One thing a credential may allow. No scope stands in for another. */
public enum Scope {
  READ,
  SEND,
  OVERSIGHT,
  ADMIN;

  /** {@return the word used in JSON and in the store, such as {@code oversight}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<Scope> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }
}
