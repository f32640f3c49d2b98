package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Measures the log on one PostgreSQL. The short run keeps it working and is worth nothing as a
 * figure; {@code -Dcountersign.log.bench=full} asks for the long one.
 */
class LogBenchmarkTest {
  private static final boolean FULL = "full".equals(System.getProperty("countersign.log.bench"));
  private static final int CLIENTS = 4;
  private static final int BATCH = 1000;
  private static final int BATCHES = FULL ? 30 : 2;
  private static final int SINGLE = FULL ? 1500 : 50;
  private static final Path TABLE = Path.of("target", "log-benchmark.txt");

  @Test
  void appends_are_measured_beside_inserts_on_the_same_database() throws Exception {
    try (var server = EmbeddedPostgres.builder().setServerConfig("max_wal_size", "4GB").start();
        var log = LogDatabase.postgresql(server)) {
      log.work(
          connection -> {
            try (var statement = connection.createStatement()) {
              return statement.execute("CREATE TABLE plain (LIKE ledger_entries INCLUDING ALL)");
            }
          });
      insert(log, "plain", BATCH, 1, 1, false, false);
      List<String> lines = new ArrayList<>();
      var pgbench = pgbench(server.getPort());
      double single = insert(log, "plain", 1, SINGLE, CLIENTS, false, false);
      double batched = insert(log, "plain", BATCH, BATCHES, 1, false, false);
      double writer = insert(log, "ledger_entries", 1, SINGLE, CLIENTS, true, true);
      double unsigned = insert(log, "ledger_entries", BATCH, BATCHES, 1, false, true);
      double both = insert(log, "ledger_entries", BATCH, BATCHES, 1, true, true);
      pgbench.ifPresent(
          rate -> lines.add(line("pgbench, one row in a transaction, 4 clients", rate, batched)));
      lines.add(line("the same by JDBC", single, batched));
      lines.add(line("batched inserts, 1000 rows in a transaction", batched, batched));
      lines.add(line("entries signed, one in a transaction, and sequenced", writer, batched));
      lines.add(line("entries, 1000 in a transaction, and sequenced", unsigned, batched));
      lines.add(line("entries signed, 1000 in a transaction, and sequenced", both, batched));
      Files.write(TABLE, lines);
      if (FULL) {
        ReportPart.begin("log-benchmark").fact("table", lines).passed();
      }
      assertTrue(both > 0);
    }
  }

  private static String line(String what, double rate, double batched) {
    return String.format(Locale.ROOT, "| %s | %.0f | %.2f |", what, rate, rate / batched);
  }

  /** Rows a second; where they are sequenced, until the last of them has its place. */
  private static double insert(
      LogDatabase log,
      String table,
      int rows,
      int times,
      int clients,
      boolean signed,
      boolean sequenced)
      throws Exception {
    var entries = new SampleEntries(signed, "b" + System.nanoTime());
    var writing = new AtomicBoolean(true);
    long begun = System.nanoTime();
    try (var threads = Executors.newCachedThreadPool()) {
      Future<?> sequencer =
          threads.submit(
              () -> {
                try (var connection = log.connect()) {
                  while (sequenced && writing.get()) {
                    log.batch(connection).sequence(LogDatabase.LOG, 10 * BATCH, 0);
                    connection.commit();
                    Thread.sleep(20);
                  }
                }
                return null;
              });
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        writers.add(threads.submit(() -> write(log, entries, table, rows, times)));
      }
      for (var writer : writers) {
        writer.get();
      }
      writing.set(false);
      sequencer.get();
    }
    if (sequenced) {
      log.catchUp(10 * BATCH);
    }
    return (double) clients * rows * times / ((System.nanoTime() - begun) / 1e9);
  }

  private static Void write(
      LogDatabase log, SampleEntries entries, String table, int rows, int times)
      throws SQLException {
    try (var connection = log.connect()) {
      for (int i = 0; i < times; i++) {
        entries.write(connection, table, rows);
        connection.commit();
      }
    }
    return null;
  }

  private static Optional<Double> pgbench(int port) throws IOException, InterruptedException {
    var script = Files.createTempFile("insert", ".sql");
    Files.writeString(script, SampleEntries.pgbenchScript("plain"));
    var output = Files.createTempFile("pgbench", ".txt");
    try {
      new ProcessBuilder(
              "pgbench",
              "-h",
              "127.0.0.1",
              "-p",
              "" + port,
              "-U",
              "postgres",
              "-n",
              "-f",
              script.toString(),
              "-c",
              "" + CLIENTS,
              "-j",
              "2",
              "-T",
              FULL ? "15" : "1",
              "postgres")
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start()
          .waitFor();
    } catch (IOException absent) {
      return Optional.empty();
    }
    var rate = Pattern.compile("tps = ([0-9.]+)").matcher(Files.readString(output));
    return rate.find() ? Optional.of(Double.parseDouble(rate.group(1))) : Optional.empty();
  }
}
