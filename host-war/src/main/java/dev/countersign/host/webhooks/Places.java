package dev.countersign.host.webhooks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many webhooks are served at a time; no tenant has more than half of the places. */
final class Places {
  private final int all;
  private final int share;
  private final Semaphore free;
  private final Map<String, Integer> taken = new HashMap<>();

  Places(int all) {
    this.all = all;
    this.share = Math.max(1, all / 2);
    this.free = new Semaphore(all);
  }

  synchronized boolean enter(String tenant) {
    int has = taken.getOrDefault(tenant, 0);
    if (has >= share || !free.tryAcquire()) {
      return false;
    }
    taken.put(tenant, has + 1);
    return true;
  }

  synchronized void leave(String tenant) {
    taken.computeIfPresent(tenant, (same, has) -> has == 1 ? null : has - 1);
    free.release();
  }

  /** {@return whether all places became free before the time was over} */
  boolean close(long milliseconds) throws InterruptedException {
    return free.tryAcquire(all, milliseconds, TimeUnit.MILLISECONDS);
  }
}
