package dev.countersign.kernel;

/** What the outbox owes a message next. */
public sealed interface Work {
  record None() implements Work {}

  record Scan() implements Work {}

  record Dispatch() implements Work {}

  /** The clock says {@code call} once {@code when} has come; milliseconds since 1970. */
  record At(long when, MessageCall.ByClock call) implements Work {}
}
