package dev.countersign.audit.log;

import dev.countersign.audit.Finding;
import dev.countersign.audit.Rule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Compares every published tile with the tree that was rebuilt from the entries. */
public final class TileCheck {
  private static final int WAITING = 64;

  private final PublishedTiles published;
  private final Consumer<Finding> findings;
  private final Deque<Future<Optional<String>>> fetching = new ArrayDeque<>();
  private long compared;

  public TileCheck(PublishedTiles published, Consumer<Finding> findings) {
    this.published = published;
    this.findings = findings;
  }

  /**
   * {@return how many tiles were compared}
   *
   * @throws IOException if the log does not answer
   */
  public long compare(Tree tree, ExecutorService workers) throws IOException {
    for (int level = 0; level < tree.tileLevels(); level++) {
      TileSums sums = tree.tiles(level);
      for (long index = 0; index < sums.tiles(); index++) {
        ask(sums, level, index, workers);
      }
    }
    while (!fetching.isEmpty()) {
      collect();
    }
    return compared;
  }

  private void ask(TileSums sums, int level, long index, ExecutorService workers)
      throws IOException {
    fetching.add(workers.submit(() -> wrong(sums, level, index)));
    if (fetching.size() > WAITING) {
      collect();
    }
  }

  /** {@return what is wrong with this tile} */
  private Optional<String> wrong(TileSums sums, int level, long index) throws IOException {
    int width = sums.width(index);
    Optional<byte[]> hashes = published.hashes(level, index, width);
    String tile = "The tile " + index + " of level " + level + " with " + width + " hashes ";
    if (hashes.isEmpty()) {
      return Optional.of(tile + "is not published.");
    }
    return sums.matches(index, hashes.get())
        ? Optional.empty()
        : Optional.of(tile + "is not that of the entries.");
  }

  private void collect() throws IOException {
    try {
      Optional<String> wrong = fetching.remove().get();
      compared++;
      wrong.ifPresent(what -> findings.accept(Finding.ofLog(Rule.TILE_DIFFERS, what)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while tiles were fetched.", e);
    } catch (ExecutionException e) {
      throw new IOException(
          "a tile could not be fetched: "
              + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
          e);
    }
  }
}
