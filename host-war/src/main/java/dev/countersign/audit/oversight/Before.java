package dev.countersign.audit.oversight;

import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.entries.Step;

/**
 * What was there before the log began: of an installation that is older than its log, keys,
 * mailboxes and messages are first seen in the middle of their lives. A log that begins with its
 * tenant has nothing before it.
 */
final class Before {
  private boolean older;
  private long taken;

  /** The first entry tells. */
  void begin(Entry first) {
    older =
        first
            .step()
            .filter(step -> step instanceof Step.OnKey on && on.ask() instanceof Step.KeyAsk.Found)
            .isEmpty();
  }

  /** {@return whether something that was never recorded may be taken as it is first shown} */
  boolean takes() {
    taken += older ? 1 : 0;
    return older;
  }

  /** {@return whether things may be unrecorded here} */
  boolean older() {
    return older;
  }

  /** {@return how many keys, mailboxes and messages were taken so} */
  long taken() {
    return taken;
  }
}
