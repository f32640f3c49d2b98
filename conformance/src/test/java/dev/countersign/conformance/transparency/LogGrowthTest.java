package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.transparency.merkle.GrowingTiles;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TileId;
import dev.countersign.host.transparency.merkle.TiledNodes;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.store.EntryTable;
import dev.countersign.host.transparency.store.LogTable;
import dev.countersign.host.transparency.store.TileTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What it costs to append to, prove from and look into a log of a size. How many tiles a proof
 * reads is asserted, since it does not depend on the machine; times are reported. {@code
 * -Dcountersign.log.sizes=10000,100000,1000000,10000000} asks for larger logs.
 */
class LogGrowthTest {
  private static final TreeHasher SHA = TreeHasher.SHA_256;
  private static final String ASKED = System.getProperty("countersign.log.sizes", "3000,70000");
  private static final int BATCH = 1000;
  private static final int TRIES = 21;
  private static final Random RANDOM = new Random(6);
  private static final Path TABLE = Path.of("target", "log-growth.txt");

  private long filled;

  @Test
  void proofs_read_no_more_tiles_than_the_logarithm_of_the_size() throws Exception {
    List<String> lines = new ArrayList<>();
    try (var log = LogDatabase.named("postgresql")) {
      for (String size : ASKED.split(",", -1)) {
        fill(log, Long.parseLong(size));
        lines.add(measured(log));
      }
    }
    Files.write(TABLE, lines);
    ReportPart.begin("log-growth")
        .fact("size | append | inclusion | consistency | query | tiles", lines)
        .passed();
  }

  /**
   * Brings the log to this size by the shortest way, with places and tiles as batches leave them.
   */
  private void fill(LogDatabase log, long size) {
    log.work(
        connection -> {
          filled = log.work(c -> new LogTable(c).find(LogDatabase.LOG)).orElseThrow().size();
          try (var statement =
              connection.prepareStatement(
                  "INSERT INTO ledger_entries (id, tenant_id, at, request_id, actor_role,"
                      + " actor_id, action, outcome, leaf, log_index) SELECT 'led_g' || i,"
                      + " 'server', i, 'r' || i, 'agent', 'a', 'submit', 'ok', 'leaf ' || i, i"
                      + " FROM generate_series(?, ?) i")) {
            statement.setLong(1, filled);
            statement.setLong(2, size - 1);
            statement.executeUpdate();
          }
          var tiles = new TileTable(connection, LogDatabase.LOG);
          while (filled < size) {
            var tree = new GrowingTiles(SHA, filled, tiles::hashes);
            for (long end = Math.min(size, filled + 100_000); filled < end; filled++) {
              tree.append(SHA.leaf(Trees.bytes("leaf " + filled)));
            }
            tiles.put(tree.changed());
          }
          new LogTable(connection).grow(LogDatabase.LOG, size);
          return true;
        });
    log.work(c -> execute(c, "ANALYZE ledger_entries"));
  }

  private String measured(LogDatabase log) throws SQLException {
    var entries = new SampleEntries(false, "m" + filled);
    double append =
        median(
            log,
            connection -> {
              entries.write(connection, "ledger_entries", BATCH);
              return log.batch(connection).sequence(LogDatabase.LOG, BATCH, System.nanoTime());
            });
    long size = filled;
    Set<TileId> read = new HashSet<>();
    int[] most = {0};
    double inclusion =
        median(
            log,
            c -> {
              read.clear();
              var proof = tree(c, read).inclusion(RANDOM.nextLong(size), size);
              most[0] = Math.max(most[0], read.size());
              return proof.path().size();
            });
    double consistency =
        median(log, c -> tree(c, read).consistency(1 + RANDOM.nextLong(size), size).path().size());
    double query =
        median(
            log,
            c -> {
              long from = RANDOM.nextLong(size);
              return new EntryTable(c, LogDatabase.LOG).leaves(from, from + 50).size();
            });
    int levels = (Long.SIZE - Long.numberOfLeadingZeros(size) + 7) / 8;
    // Beside its own way up, a proof reads the right edge.
    assertTrue(most[0] <= 2 * levels, most[0] + " tiles for " + size + " entries");
    return String.format(
        Locale.ROOT,
        "| %d | %.2f | %.2f | %.2f | %.2f | %d |",
        size,
        append,
        inclusion,
        consistency,
        query,
        most[0]);
  }

  private static MerkleTree tree(Connection connection, Set<TileId> read) {
    var tiles = new TileTable(connection, LogDatabase.LOG);
    return new MerkleTree(
        SHA,
        new TiledNodes(
            SHA,
            tile -> {
              read.add(tile);
              return tiles.hashes(tile);
            }));
  }

  private static int execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** Milliseconds for one transaction with this in it. */
  private static double median(LogDatabase log, LogDatabase.Work<Integer> work)
      throws SQLException {
    double[] times = new double[TRIES];
    try (var connection = log.connect()) {
      for (int i = 0; i < TRIES; i++) {
        long begun = System.nanoTime();
        work.on(connection);
        connection.commit();
        times[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[TRIES / 2];
  }
}
