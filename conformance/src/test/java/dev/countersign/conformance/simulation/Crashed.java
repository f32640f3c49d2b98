package dev.countersign.conformance.simulation;

/** Ends a thread of a node that has died; nothing of the host may catch it. */
final class Crashed extends Error {
  private static final long serialVersionUID = 1L;

  Crashed() {
    super("the node crashed", null, false, false);
  }
}
