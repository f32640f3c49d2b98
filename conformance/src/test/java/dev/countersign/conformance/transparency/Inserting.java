package dev.countersign.conformance.transparency;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rows written by several clients, and given their places meanwhile where they are entries.
 *
 * @param table {@code ledger_entries}, or one like it that nothing is sequenced from
 * @param rows in one transaction
 * @param times transactions of each client
 */
record Inserting(String table, int rows, int times, int clients, boolean signed) {
  private static final int MOST = 10_000;
  private static final int PAUSE_MILLIS = 100;

  /**
   * What it took, until the last row was there and had its place.
   *
   * @param nanos by the clock
   * @param cpu nanoseconds of the threads and of the database's processes that served them
   */
  record Cost(long rows, long nanos, long cpu) {
    static final Cost NOTHING = new Cost(0, 0, 0);

    Cost plus(Cost other) {
      return new Cost(rows + other.rows, nanos + other.nanos, cpu + other.cpu);
    }

    double rate() {
      return rows * 1e9 / nanos;
    }

    double cpuMicros() {
      return cpu / 1e3 / rows;
    }
  }

  Cost measured(LogDatabase log) throws Exception {
    var entries = new SampleEntries(signed, "b" + System.nanoTime());
    var writing = new AtomicBoolean(table.equals("ledger_entries"));
    long begun = System.nanoTime();
    long cpu = 0;
    try (var threads = Executors.newCachedThreadPool()) {
      Future<Long> sequencer = threads.submit(() -> sequence(log, writing));
      List<Future<Long>> writers = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        writers.add(threads.submit(() -> write(log, entries)));
      }
      for (var writer : writers) {
        cpu += writer.get();
      }
      writing.set(false);
      cpu += sequencer.get();
    }
    return new Cost((long) clients * rows * times, System.nanoTime() - begun, cpu);
  }

  private long write(LogDatabase log, SampleEntries entries) throws SQLException {
    long before = ownCpu();
    try (var connection = log.connect()) {
      for (int i = 0; i < times; i++) {
        entries.write(connection, table, rows);
        connection.commit();
      }
      return ownCpu() - before + databaseCpu(connection);
    }
  }

  private static long sequence(LogDatabase log, AtomicBoolean writing)
      throws SQLException, InterruptedException {
    if (!writing.get()) {
      return 0;
    }
    long before = ownCpu();
    try (var connection = log.connect()) {
      boolean last;
      int placed;
      do {
        last = !writing.get();
        placed = log.batch(connection).sequence(LogDatabase.LOG, MOST, 0);
        connection.commit();
        if (!last && placed < MOST) {
          Thread.sleep(PAUSE_MILLIS);
        }
      } while (!last || placed > 0);
      return ownCpu() - before + databaseCpu(connection);
    }
  }

  private static long ownCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Of the process that serves this connection, since it began. */
  private static long databaseCpu(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1))
          .flatMap(process -> process.info().totalCpuDuration())
          .orElseThrow()
          .toNanos();
    }
  }
}
