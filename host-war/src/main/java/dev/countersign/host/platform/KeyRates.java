package dev.countersign.host.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A token bucket for every key, in this node's memory. */
@ApplicationScoped
public class KeyRates {
  /** Above this many buckets the full ones are dropped: a full bucket says nothing. */
  private static final int BUCKETS_KEPT = 10_000;

  private static final double NANOS_PER_MINUTE = 60e9;

  private record Bucket(double tokens, long atNanos, boolean admitted) {}

  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final double burst;
  private final double tokensPerNano;
  private final LongSupplier nanoClock;

  /** For the container's proxy. */
  protected KeyRates() {
    this(new Limits());
  }

  @Inject
  public KeyRates(Limits limits) {
    this(limits, System::nanoTime);
  }

  KeyRates(Limits limits, LongSupplier nanoClock) {
    burst = limits.value(Limit.REQUESTS_PER_KEY_BURST_COUNT);
    tokensPerNano = limits.value(Limit.REQUESTS_PER_KEY_PER_MINUTE_COUNT) / NANOS_PER_MINUTE;
    this.nanoClock = nanoClock;
  }

  /**
   * Takes one token of this key's bucket.
   *
   * @throws Problem 429 with Retry-After when the bucket is empty
   */
  public void admit(String keyId) {
    long now = nanoClock.getAsLong();
    if (buckets.size() > BUCKETS_KEPT) {
      buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
    }
    var bucket = buckets.compute(keyId, (id, before) -> take(before, now));
    if (!bucket.admitted()) {
      long waitNanos = (long) Math.ceil((1 - bucket.tokens()) / tokensPerNano);
      throw Problem.rateLimited(
          "This key has made too many requests; wait for Retry-After seconds.",
          Duration.ofNanos(waitNanos));
    }
  }

  // A refused request takes nothing, or a key that keeps asking would be locked out for ever.
  private Bucket take(@Nullable Bucket before, long now) {
    double tokens = before == null ? burst : filled(before, now);
    return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
  }

  private double filled(Bucket bucket, long now) {
    return Math.min(burst, bucket.tokens() + (now - bucket.atNanos()) * tokensPerNano);
  }
}
