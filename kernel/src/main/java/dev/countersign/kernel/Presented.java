package dev.countersign.kernel;

/** A code as a caller presents it. */
public sealed interface Presented {
  record None() implements Presented {}

  /**
   * A code row and what the caller knows of its secret.
   *
   * @param code the row that the caller names, as loaded
   * @param secret SHA-256 of what the caller presents
   */
  record WithCode(Code code, Digest secret) implements Presented {}
}
