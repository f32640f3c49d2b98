package dev.countersign.host.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How often somebody without a key may ask, in this node's memory: so many times in the time that
 * begins with the first call. Whoever asks too often is told to come back when it is over.
 */
@ApplicationScoped
public class StrangerRates {
  /** Above this many, those whose time is over are dropped. */
  private static final int KEPT = 10_000;

  private record Count(long until, long asked) {}

  private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();
  private final Limits limits;
  private final InstantSource time;

  /** For the container's proxy. */
  protected StrangerRates() {
    this(new Limits(), InstantSource.system());
  }

  @Inject
  public StrangerRates(Limits limits, InstantSource time) {
    this.limits = limits;
    this.time = time;
  }

  /**
   * Counts one more.
   *
   * @param most in that time, of whatever the limit is about
   * @param who a network address, a mail address, or whatever else is held to it
   * @throws Problem 429 with Retry-After when there were as many already
   */
  public void admit(Limit most, String who, Duration window) {
    long now = time.millis();
    if (counts.size() > KEPT) {
      counts.values().removeIf(count -> count.until() <= now);
    }
    var count =
        counts.merge(
            most.name() + ' ' + RandomToken.sha256(who),
            new Count(now + window.toMillis(), 1),
            (before, one) ->
                before.until() > now ? new Count(before.until(), before.asked() + 1) : one);
    if (count.asked() > limits.value(most)) {
      throw Problem.rateLimited(
          "Too many calls of this kind; wait for Retry-After seconds.",
          Duration.ofMillis(count.until() - now));
    }
  }
}
