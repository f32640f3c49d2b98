package dev.countersign.audit.command;

import dev.countersign.audit.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** A line on a terminal that tells how far an audit is. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 30;
  private static final long PAUSE_NANOS = 100_000_000L;

  private final PrintStream terminal;
  private long next = System.nanoTime();

  ProgressBar(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(long entries, long ofEntries) {
    long now = System.nanoTime();
    if (entries < ofEntries && now - next < 0) {
      return;
    }
    next = now + PAUSE_NANOS;
    int done = (int) (WIDTH * entries / Math.max(1, ofEntries));
    terminal.printf(
        Locale.ROOT,
        "\r[%s%s] %,d of %,d entries%s",
        "#".repeat(done),
        " ".repeat(WIDTH - done),
        entries,
        ofEntries,
        entries == ofEntries ? "\n" : "");
    terminal.flush();
  }
}
