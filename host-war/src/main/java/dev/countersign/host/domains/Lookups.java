package dev.countersign.host.domains;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.host.domains.signals.NetworkSignal;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Questions under way and answers kept. One question about one domain is under way at most once; an
 * old answer serves while the next one is fetched, and that nobody answered is remembered briefly.
 */
public final class Lookups {
  private static final Duration SILENCE_KEPT = Duration.ofSeconds(30);

  private record Key(Signal signal, String domain) {}

  private record Kept(Finding finding, long at) {}

  private final Cache<Key, Kept> kept;
  private final ConcurrentMap<Key, CompletableFuture<Finding>> underWay = new ConcurrentHashMap<>();
  private final Duration patience;
  private final InstantSource time;

  /**
   * Begins with nothing kept.
   *
   * @param patience after which a question has no answer
   */
  public Lookups(long entries, Duration patience, InstantSource time) {
    this.kept = Caffeine.newBuilder().maximumSize(entries).build();
    this.patience = patience;
    this.time = time;
  }

  /** {@return the finding, now or later; never a failure} */
  public CompletableFuture<Finding> ask(NetworkSignal signal, String domain) {
    Key key = new Key(signal.signal(), domain);
    @Nullable Kept known = kept.getIfPresent(key);
    if (known != null && youngerThan(freshness(signal, known.finding()), known)) {
      return CompletableFuture.completedFuture(known.finding());
    }
    CompletableFuture<Finding> next = begin(signal, domain, key);
    return known != null && servesStale(signal, known)
        ? CompletableFuture.completedFuture(known.finding())
        : next;
  }

  private CompletableFuture<Finding> begin(NetworkSignal signal, String domain, Key key) {
    CompletableFuture<Finding> mine = new CompletableFuture<>();
    CompletableFuture<Finding> others = underWay.putIfAbsent(key, mine);
    if (others != null) {
      return others;
    }
    Thread thread = Thread.ofVirtual().start(() -> mine.complete(look(signal, domain)));
    return mine.completeOnTimeout(
            Finding.unknown(signal.signal(), "time-out"),
            patience.toMillis(),
            TimeUnit.MILLISECONDS)
        .whenComplete(
            (finding, failure) -> {
              keep(signal, key, finding);
              underWay.remove(key, mine);
              thread.interrupt();
            });
  }

  private static Finding look(NetworkSignal signal, String domain) {
    try {
      return signal.look(domain);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.unknown(signal.signal(), "time-out");
    } catch (RuntimeException e) {
      // Whatever a stranger's answer has set off here, nobody knows more about the domain.
      return Finding.unknown(signal.signal(), "failure");
    }
  }

  /** Silence does not drive out an answer that still serves. */
  private void keep(NetworkSignal signal, Key key, Finding finding) {
    @Nullable Kept before = kept.getIfPresent(key);
    if (finding.level() != Level.UNKNOWN || before == null || !servesStale(signal, before)) {
      kept.put(key, new Kept(finding, time.millis()));
    }
  }

  private static Duration freshness(NetworkSignal signal, Finding finding) {
    return finding.level() == Level.UNKNOWN ? SILENCE_KEPT : signal.fresh();
  }

  private boolean servesStale(NetworkSignal signal, Kept known) {
    return known.finding().level() != Level.UNKNOWN && youngerThan(signal.stale(), known);
  }

  private boolean youngerThan(Duration age, Kept known) {
    return time.millis() - known.at() < age.toMillis();
  }
}
