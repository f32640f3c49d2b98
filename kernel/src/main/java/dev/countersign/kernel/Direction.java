package dev.countersign.kernel;

import java.util.Optional;

/** Which way a message travels. */
public enum Direction {
  OUTBOUND(dev.countersign.kernel.core.Direction.OUTBOUND),
  INBOUND(dev.countersign.kernel.core.Direction.INBOUND);

  final int code;

  Direction(int code) {
    this.code = code;
  }

  /** {@return the word used in JSON and in the store, such as {@code inbound}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<Direction> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }

  static Direction of(int code) {
    return Words.of(values(), word -> word.code, code);
  }
}
