package dev.countersign.kernel;

/** What a signal says of a domain, best first, after the two levels that say nothing. */
public enum Level {
  /** It could not be established. */
  UNKNOWN(dev.countersign.kernel.core.Weights.UNKNOWN),
  /** The operator does not want to know. */
  OFF(dev.countersign.kernel.core.Weights.OFF),
  GOOD(0),
  FIRST(1),
  SECOND(2),
  THIRD(dev.countersign.kernel.core.Weights.WORST);

  final int code;

  Level(int code) {
    this.code = code;
  }
}
