package dev.countersign.host.api.access;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps calls that cost their maker nothing from filling the ledger: so many entries a minute for
 * all strangers together, and as many for each key that is revoked or over its rate.
 */
@ApplicationScoped
class RecordRates {
  private static final int MAKERS_KEPT = 10_000;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private record Count(long minute, long entries) {}

  private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

  private final Limits limits;
  private final InstantSource time;

  @Inject
  RecordRates(Limits limits, InstantSource time) {
    this.limits = limits;
    this.time = time;
  }

  /** For the container's proxy. */
  protected RecordRates() {
    this(new Limits(), InstantSource.system());
  }

  boolean admits(String maker) {
    long minute = time.millis() / MINUTE;
    if (counts.size() > MAKERS_KEPT) {
      counts.values().removeIf(count -> count.minute() < minute);
    }
    var count =
        counts.merge(
            maker,
            new Count(minute, 1),
            (before, one) ->
                before.minute() == minute ? new Count(minute, before.entries() + 1) : one);
    return count.entries() <= limits.value(Limit.UNAUTHENTICATED_RECORDS_PER_MINUTE_COUNT);
  }
}
