package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.kernel.Signal;
import java.time.Duration;

/** A signal that has to be asked for over the network. */
public interface NetworkSignal {
  Signal signal();

  /** {@return who is asked, in a few words} */
  String source();

  /** {@return for how long an answer counts without asking again} */
  Duration fresh();

  /** {@return for how long it counts while the next one is being fetched} */
  Duration stale();

  /**
   * Asks. Whatever goes wrong is a finding of level unknown.
   *
   * @param domain in lower-case A-labels, without a dot at the end
   */
  Finding look(String domain) throws InterruptedException;
}
