package dev.countersign.host.domains.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file fetched from an address now and then, never while somebody waits for it. What was fetched
 * last is kept, over restarts too, and serves until it is too old.
 */
public final class FetchedFile<T> implements Kept<T> {
  private static final Logger LOG = Logger.getLogger(FetchedFile.class.getName());

  private record Current<T>(T value, long checkedAt) {}

  private final Download download;
  private final Reader<T> reader;
  private final FetchPolicy policy;
  private final InstantSource time;
  private final AtomicReference<@Nullable Current<T>> current = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<Void>> underWay =
      new AtomicReference<>();
  private volatile long triedAt;

  /**
   * Begins to fetch, or to read what was kept.
   *
   * @param folder for what is kept
   */
  public FetchedFile(
      URI source, Path folder, Reader<T> reader, FetchPolicy policy, InstantSource time) {
    this.download = new Download(source, folder, policy);
    this.reader = reader;
    this.policy = policy;
    this.time = time;
    var unused = refresh();
  }

  @Override
  public T value() throws IOException {
    Current<T> known = current.get();
    long now = time.millis();
    boolean old = known == null || now - known.checkedAt() >= policy.refreshAfter().toMillis();
    if (old && now - triedAt >= policy.retryAfter().toMillis()) {
      var unused = refresh();
    }
    if (known == null || now - known.checkedAt() >= policy.usableFor().toMillis()) {
      throw new IOException("nothing usable was fetched from " + download.source());
    }
    return known.value();
  }

  /** Fetches, unless that is under way; {@return when it has ended, well or not} */
  public CompletableFuture<Void> refresh() {
    var mine = new CompletableFuture<Void>();
    CompletableFuture<Void> others = underWay.compareAndExchange(null, mine);
    if (others != null) {
      return others;
    }
    triedAt = time.millis();
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  fetch();
                  underWay.set(null);
                  mine.complete(null);
                });
    // A server that sends a byte now and then must not hold this up for ever.
    CompletableFuture.delayedExecutor(policy.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!mine.isDone()) {
                thread.interrupt();
              }
            });
    return mine;
  }

  private void fetch() {
    try {
      if (current.get() == null) {
        readKept();
      }
      long now = time.millis();
      var fetched = download.fetch(now);
      if (fetched.isPresent()) {
        current.set(new Current<>(read(fetched.get()), now));
        download.keep(fetched.get(), now);
      } else {
        var same = current.get();
        if (same != null) {
          current.set(new Current<>(same.value(), now));
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "could not be fetched: " + download.source(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(Level.WARNING, "took too long: {0}", download.source());
    }
  }

  private void readKept() {
    try {
      var kept = download.kept();
      if (kept.isPresent()) {
        current.set(new Current<>(read(kept.get().file()), kept.get().checkedAt()));
      }
    } catch (IOException | RuntimeException e) {
      download.forget();
      LOG.log(Level.WARNING, "the copy kept of " + download.source() + " cannot be read", e);
    }
  }

  private T read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return reader.read(content);
    }
  }
}
