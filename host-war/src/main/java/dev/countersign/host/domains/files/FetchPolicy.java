package dev.countersign.host.domains.files;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import java.time.Duration;

/**
 * How files are fetched.
 *
 * @param bytesMax more are not taken
 * @param timeout for the whole of a fetch
 * @param refreshAfter how old a copy gets before it is asked for again
 * @param usableFor how old it gets before it is worth nothing
 * @param retryAfter the pause after a fetch that failed
 */
public record FetchPolicy(
    long bytesMax,
    Duration timeout,
    Duration refreshAfter,
    Duration usableFor,
    Duration retryAfter) {
  private static final Duration RETRY = Duration.ofMinutes(5);

  public static FetchPolicy of(Limits limits) {
    return new FetchPolicy(
        limits.value(Limit.DOMAIN_FILE_BYTES),
        limits.duration(Limit.DOMAIN_FILE_FETCH_MS),
        limits.duration(Limit.DOMAIN_FILE_REFRESH_MS),
        limits.duration(Limit.DOMAIN_FILE_USABLE_MS),
        RETRY);
  }
}
