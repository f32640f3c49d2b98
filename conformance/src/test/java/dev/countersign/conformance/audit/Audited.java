package dev.countersign.conformance.audit;

import dev.countersign.audit.Audit;
import dev.countersign.audit.Finding;
import dev.countersign.audit.Outcome;
import dev.countersign.audit.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Runs the auditor as its command does, with the log's true keys. */
final class Audited {
  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(2, work -> Thread.ofPlatform().daemon().unstarted(work));

  private static final ExecutorService ONE = new SameThread();

  private Audited() {}

  static Outcome of(byte[] export) {
    return of(export, Held.KEYS);
  }

  static Outcome of(byte[] export, Held held) {
    return by(ONE, export, held);
  }

  /** As the command does it, by several threads. */
  static Outcome inParallel(byte[] export, Held held) {
    return by(WORKERS, export, held);
  }

  private static Outcome by(ExecutorService workers, byte[] export, Held held) {
    var given =
        new Audit.Given(
            held.logKeys(),
            held.witnessKeys(),
            held.kept(),
            List.of(),
            held.tiles(),
            held.older(),
            World.BEGIN + 400L * 86_400_000);
    try {
      return new Audit(given, workers, (done, all) -> {}).of(new ByteArrayInputStream(export));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<Rule> broken(byte[] export) {
    return broken(export, Held.KEYS);
  }

  static Set<Rule> broken(byte[] export, Held held) {
    return of(export, held).findings().stream()
        .map(Finding::rule)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
  }
}
