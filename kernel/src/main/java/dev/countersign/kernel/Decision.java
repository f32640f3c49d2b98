package dev.countersign.kernel;

/** How a call ended. */
public sealed interface Decision<S> {
  /** The call is carried out by storing {@code next}. */
  record Allowed<S>(S next) implements Decision<S> {}

  /** Nothing changes. */
  record Refused<S>(Refusal why) implements Decision<S> {}
}
