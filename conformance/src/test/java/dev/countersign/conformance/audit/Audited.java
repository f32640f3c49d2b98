package dev.countersign.conformance.audit;

import dev.countersign.audit.Audit;
import dev.countersign.audit.Finding;
import dev.countersign.audit.Outcome;
import dev.countersign.audit.Rule;
import dev.countersign.audit.entries.Unreadable;
import dev.countersign.audit.log.LogKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

  static Outcome of(byte[] export, String... kept) {
    return by(ONE, export, kept);
  }

  /** As the command does it, by several threads. */
  static Outcome inParallel(byte[] export) {
    return by(WORKERS, export);
  }

  private static Outcome by(ExecutorService workers, byte[] export, String... kept) {
    var given = new Audit.Given(keys(), List.of(kept), List.of(), World.BEGIN + 400L * 86_400_000);
    try {
      return new Audit(given, workers, (done, all) -> {}).of(new ByteArrayInputStream(export));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<Rule> broken(byte[] export, String... kept) {
    return of(export, kept).findings().stream()
        .map(Finding::rule)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
  }

  static List<LogKey> keys() {
    List<LogKey> keys = new ArrayList<>();
    try {
      for (String key : WrittenLog.LOG.keys(WrittenLog.ORIGIN)) {
        keys.add(LogKey.of(key));
      }
    } catch (Unreadable e) {
      throw new IllegalStateException(e);
    }
    return keys;
  }
}
