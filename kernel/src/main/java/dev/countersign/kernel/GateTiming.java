package dev.countersign.kernel;

import java.util.Optional;

/** Whether people are asked before or after the time to send has come. */
public enum GateTiming {
  GATE_FIRST(dev.countersign.kernel.core.GateTiming.GATE_FIRST),
  SCHEDULE_FIRST(dev.countersign.kernel.core.GateTiming.SCHEDULE_FIRST);

  final int code;

  GateTiming(int code) {
    this.code = code;
  }

  /** {@return the word used in JSON and in the store, such as {@code schedule_first}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<GateTiming> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }

  static GateTiming of(int code) {
    return Words.of(values(), word -> word.code, code);
  }
}
