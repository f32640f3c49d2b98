package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TiledNodes;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.store.CheckpointTable;
import dev.countersign.host.transparency.store.EntryTable;
import dev.countersign.host.transparency.store.LogTable;
import dev.countersign.host.transparency.store.TileTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several nodes give entries their places while others write, and some die at it. */
class SequencersTest {
  private static final int WRITERS = 6;
  private static final int SEQUENCERS = 2;
  private static final int CHAINS = 5;
  private static final int WRITES = Integer.getInteger("countersign.log.writes", 100);
  private static final long SEED = Long.getLong("countersign.log.seed", new Random().nextLong());

  private final AtomicBoolean writing = new AtomicBoolean(true);
  private final AtomicInteger interrupted = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "h2"})
  void many_writers_and_two_sequencers_leave_no_gap_and_keep_the_order(String database)
      throws Exception {
    var part = ReportPart.begin("log-sequencers-" + database);
    try (var log = LogDatabase.named(database);
        var threads = Executors.newCachedThreadPool()) {
      chains(log);
      List<Future<?>> writers = new ArrayList<>();
      List<Future<?>> sequencers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(threads.submit(writer(log, i)));
      }
      for (int i = 0; i < SEQUENCERS; i++) {
        sequencers.add(threads.submit(sequencer(log, i)));
      }
      for (var writer : writers) {
        writer.get();
      }
      writing.set(false);
      for (var sequencer : sequencers) {
        sequencer.get();
      }
      log.catchUp(100);
      int checkpoints = assertWhole(log, WRITERS * WRITES);
      assertTrue(interrupted.get() > 0, "no batch was broken off");
      part.count("entries", (long) WRITERS * WRITES)
          .count("batches begun", begun.get())
          .count("batches broken off", interrupted.get())
          .count("checkpoints, each of the tree as it was", checkpoints)
          .fact("seed", SEED)
          .passed();
    }
  }

  /** What the proof of order rests on: who writes without looking is not kept in order. */
  @Test
  void an_order_that_nothing_enforces_is_not_kept() throws Exception {
    try (var log = LogDatabase.named("postgresql");
        var first = log.connect()) {
      LogDatabase.write(first, "first", "0 0");
      log.work(connection -> write(connection, "second", "0 1"));
      log.catchUp(10);
      first.commit();
      log.catchUp(10);
      assertThrows(AssertionError.class, () -> assertChainsInOrder(leaves(log, 2)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "h2"})
  void while_one_node_is_at_it_others_pass_the_log_by(String database) throws Exception {
    try (var log = LogDatabase.named(database);
        var one = log.connect();
        var other = log.connect()) {
      log.work(connection -> write(connection, "first", "0 0"));
      assertEquals(1, log.batch(one).sequence(LogDatabase.LOG, 10, 0));
      assertEquals(0, log.batch(other).sequence(LogDatabase.LOG, 10, 0));
      other.rollback();
      one.commit();
      log.work(connection -> write(connection, "second", "0 1"));
      assertEquals(1, log.batch(other).sequence(LogDatabase.LOG, 10, 0));
      other.commit();
      assertChainsInOrder(leaves(log, 2));
    }
  }

  /** A planted fault: a sequencer that does not take the log's row is caught by the entries. */
  @Test
  void a_sequencer_without_the_lock_places_nothing_twice() throws Exception {
    try (var log = LogDatabase.named("postgresql");
        var threads = Executors.newCachedThreadPool();
        var one = log.connect();
        var other = log.connect()) {
      log.work(connection -> write(connection, "first", "0 0"));
      assertEquals(1, log.batch(one).sequence(LogDatabase.LOG, 10, 0));
      Future<Integer> late =
          threads.submit(
              () -> log.batch(Breaking.unlocked(other)).sequence(LogDatabase.LOG, 10, 0));
      Thread.sleep(300);
      assertFalse(late.isDone(), "the lock is in its place");
      one.commit();
      assertThrows(ExecutionException.class, late::get);
      other.rollback();
    }
  }

  private static void chains(LogDatabase log) {
    log.work(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE chains (no INTEGER PRIMARY KEY, length INTEGER)");
            for (int i = 0; i < CHAINS; i++) {
              statement.execute("INSERT INTO chains VALUES (" + i + ", 0)");
            }
          }
          return true;
        });
  }

  /** Writes entries that depend on others, as calls on one message do: it holds the row first. */
  private static Callable<Void> writer(LogDatabase log, int no) {
    return () -> {
      var random = new Random(SEED + no);
      try (var connection = log.connect()) {
        for (int i = 0; i < WRITES; i++) {
          int chain = random.nextInt(CHAINS);
          try (var statement = connection.createStatement()) {
            int length;
            try (var rows =
                statement.executeQuery(
                    "SELECT length FROM chains WHERE no = " + chain + " FOR UPDATE")) {
              rows.next();
              length = rows.getInt(1);
            }
            statement.executeUpdate("UPDATE chains SET length = length + 1 WHERE no = " + chain);
            LogDatabase.write(connection, "led_" + no + "_" + i, chain + " " + length);
          }
          if (random.nextInt(4) == 0) {
            Thread.sleep(random.nextInt(3));
          }
          connection.commit();
        }
      }
      return null;
    };
  }

  /** Makes batches; now and then its connection dies, or it gives up before the commit. */
  private Callable<Void> sequencer(LogDatabase log, int no) {
    return () -> {
      var random = new Random(SEED - no - 1);
      while (writing.get()) {
        begun.incrementAndGet();
        try (var connection = log.connect()) {
          var stop = random.nextInt(4) == 0 ? Breaking.after(connection, random) : connection;
          int placed = log.batch(stop).sequence(LogDatabase.LOG, 1 + random.nextInt(50), 0);
          if (placed > 0 && random.nextInt(6) == 0) {
            interrupted.incrementAndGet();
            connection.rollback();
          } else {
            connection.commit();
          }
        } catch (Breaking.Killed e) {
          interrupted.incrementAndGet();
        }
      }
      return null;
    };
  }

  private static Boolean write(Connection connection, String id, String leaf) throws SQLException {
    LogDatabase.write(connection, id, leaf);
    return true;
  }

  private static List<String> leaves(LogDatabase log, long size) {
    return log.work(connection -> new EntryTable(connection, LogDatabase.LOG).leaves(0, size));
  }

  private static int assertWhole(LogDatabase log, int written) {
    var head = log.work(connection -> new LogTable(connection).find(LogDatabase.LOG)).orElseThrow();
    assertEquals(written, head.size(), "with seed " + SEED);
    var leaves = leaves(log, written);
    assertEquals(written, leaves.size(), "gap or duplicate, with seed " + SEED);
    assertChainsInOrder(leaves);
    return log.work(connection -> assertCheckpoints(log, connection, leaves));
  }

  private static void assertChainsInOrder(List<String> leaves) {
    Map<String, Integer> lengths = new HashMap<>();
    for (String leaf : leaves) {
      String[] words = leaf.split(" ", 2);
      int expected = lengths.merge(words[0], 1, Integer::sum) - 1;
      assertEquals(expected, Integer.parseInt(words[1]), "out of order, with seed " + SEED);
    }
  }

  private static int assertCheckpoints(LogDatabase log, Connection connection, List<String> leaves)
      throws SQLException {
    var entries = leaves.stream().map(Trees::bytes).toList();
    var checkpoints = new CheckpointTable(connection, LogDatabase.LOG);
    var all = new ArrayList<>(checkpoints.before(leaves.size(), Integer.MAX_VALUE));
    all.addFirst(checkpoints.newest().orElseThrow());
    var tiles = new TileTable(connection, LogDatabase.LOG);
    var tree =
        new MerkleTree(TreeHasher.SHA_256, new TiledNodes(TreeHasher.SHA_256, tiles::hashes));
    var signer = log.key().signer(LogDatabase.ORIGIN).key();
    for (var published : all) {
      SignedNote note = published.note();
      int size = Math.toIntExact(published.size());
      var root = Trees.root(TreeHasher.SHA_256, entries.subList(0, size));
      assertEquals(
          new Checkpoint(LogDatabase.ORIGIN, size, root), Checkpoint.of(note).orElseThrow());
      assertTrue(note.signedBy(signer));
      assertEquals(root, tree.root(size));
    }
    return all.size();
  }
}
