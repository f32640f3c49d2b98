package dev.countersign.kernel;

import java.util.Optional;

/** The trust ladder, strictest first. */
public enum Mode {
  READ_ONLY(dev.countersign.kernel.core.Mode.READ_ONLY),
  GATED_ALL(dev.countersign.kernel.core.Mode.GATED_ALL),
  GATED_SEND(dev.countersign.kernel.core.Mode.GATED_SEND),
  MONITORED(dev.countersign.kernel.core.Mode.MONITORED),
  AUTONOMOUS(dev.countersign.kernel.core.Mode.AUTONOMOUS);

  final int code;

  Mode(int code) {
    this.code = code;
  }

  /** {@return the word used in JSON and in the store, such as {@code gated_all}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<Mode> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }

  static Mode of(int code) {
    return Words.of(values(), word -> word.code, code);
  }
}
