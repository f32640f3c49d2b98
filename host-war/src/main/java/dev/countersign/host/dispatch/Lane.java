package dev.countersign.host.dispatch;

import dev.countersign.host.outbox.OwedWork;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Work of some kinds, with so many places of its own: mail servers that stall fill the places of
 * the dispatches and hold up nothing else.
 */
final class Lane {
  private final Set<OwedWork> kinds;
  private final int places;
  private final Semaphore free;

  Lane(Set<OwedWork> kinds, int places) {
    this.kinds = kinds;
    this.places = places;
    this.free = new Semaphore(places);
  }

  Set<OwedWork> kinds() {
    return kinds;
  }

  boolean enter() {
    return free.tryAcquire();
  }

  void leave() {
    free.release();
  }

  /** {@return whether all places became free before the time was over} */
  boolean close(long milliseconds) throws InterruptedException {
    return free.tryAcquire(places, milliseconds, TimeUnit.MILLISECONDS);
  }
}
