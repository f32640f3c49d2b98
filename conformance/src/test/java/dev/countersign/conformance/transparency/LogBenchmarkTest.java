package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.transparency.Inserting.Cost;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final int BATCHES = FULL ? 60 : 2;
  private static final int SINGLE = FULL ? 500 : 50;
  // What is compared is measured in turns, so that what else the machine does meets all alike.
  private static final int ROUNDS = FULL ? 3 : 1;
  private static final String BASE = "batched inserts, 1000 rows in a transaction";
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
      var pgbench = pgbench(server.getPort());
      Map<String, Cost> costs = costs(log);
      double batched = costs.getOrDefault(BASE, Cost.NOTHING).rate();
      List<String> lines = new ArrayList<>();
      pgbench.ifPresent(
          rate ->
              lines.add(
                  String.format(
                      Locale.ROOT,
                      "| pgbench, one row in a transaction, 4 clients | %.0f | %.2f | |",
                      rate,
                      rate / batched)));
      costs.forEach((what, cost) -> lines.add(line(what, cost, batched)));
      Files.write(TABLE, lines);
      if (FULL) {
        ReportPart.begin("log-benchmark").fact("table", lines).passed();
      }
      assertTrue(batched > 0);
    }
  }

  private static Map<String, Cost> costs(LogDatabase log) throws Exception {
    Map<String, Inserting> kinds = new LinkedHashMap<>();
    kinds.put("the same by JDBC", new Inserting("plain", 1, SINGLE, CLIENTS, false));
    kinds.put(BASE, new Inserting("plain", BATCH, BATCHES, 1, false));
    String entries = "ledger_entries";
    kinds.put(
        "entries signed, one in a transaction, and sequenced",
        new Inserting(entries, 1, SINGLE, CLIENTS, true));
    kinds.put(
        "entries, 1000 in a transaction, and sequenced",
        new Inserting(entries, BATCH, BATCHES, 1, false));
    kinds.put(
        "entries signed, 1000 in a transaction, and sequenced",
        new Inserting(entries, BATCH, BATCHES, 1, true));
    for (var warmUp : kinds.values()) {
      warmUp.measured(log);
    }
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (var kind : kinds.entrySet()) {
        costs.merge(kind.getKey(), kind.getValue().measured(log), Cost::plus);
      }
    }
    return costs;
  }

  private static String line(String what, Cost cost, double batched) {
    double rate = cost.rate();
    return String.format(
        Locale.ROOT, "| %s | %.0f | %.2f | %.0f |", what, rate, rate / batched, cost.cpuMicros());
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
