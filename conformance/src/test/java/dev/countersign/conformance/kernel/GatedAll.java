package dev.countersign.conformance.kernel;

import dev.countersign.kernel.Mode;

/** Whether an event's message lies, or came in, where people look at everything first. */
final class GatedAll {
  private GatedAll() {}

  static boolean hides(Event event) {
    return (event.box() != null && event.box().mode() == Mode.GATED_ALL)
        || Run.before(event).modeAtSubmission() == Mode.GATED_ALL;
  }
}
