package dev.countersign.conformance.running;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looking again and again, within a bound. */
public final class Waiting {
  /** Longer than anything takes that works at all, also on a busy machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /** {@return the first sight that is wanted} Fails the test with the last one if none comes. */
  public static <T> T until(String what, Supplier<T> sight, Predicate<T> wanted) {
    return until(what, PATIENCE, sight, wanted);
  }

  /** The same for what takes its time by its own settings. */
  public static <T> T until(
      String what, Duration patience, Supplier<T> sight, Predicate<T> wanted) {
    long end = System.nanoTime() + patience.toNanos();
    T seen = sight.get();
    while (!wanted.test(seen)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what + "; last seen: " + seen);
      }
      pause(PAUSE);
      seen = sight.get();
    }
    return seen;
  }

  /** Fails the test if this is ever seen otherwise before the time is over. */
  public static <T> void holds(String what, Duration time, Supplier<T> sight, Predicate<T> wanted) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      T seen = sight.get();
      if (!wanted.test(seen)) {
        throw new AssertionError("does not hold: " + what + "; seen: " + seen);
      }
      pause(PAUSE);
    }
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
