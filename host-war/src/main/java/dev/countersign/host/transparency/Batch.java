package dev.countersign.host.transparency;

import dev.countersign.host.transparency.merkle.GrowingTiles;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.NoteSigner;
import dev.countersign.host.transparency.store.CheckpointTable;
import dev.countersign.host.transparency.store.EntryTable;
import dev.countersign.host.transparency.store.EntryTable.Entry;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.host.transparency.store.LogTable;
import dev.countersign.host.transparency.store.TileTable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a log longer, inside one transaction: it all happens, or nothing does.
 *
 * <p>Entries get their places by {@code arrival}, a number that the database draws as they are
 * written. Who depends on an entry saw it committed, or waited for its lock, before writing one of
 * its own; so its number is higher, and whatever moment shows it shows the entry it depends on. The
 * entries that wait are read in one statement, from the lowest number on: none of them gets a place
 * before another that it depends on. An entry that commits later with a lower number was written
 * beside those, and comes after them.
 */
public final class Batch {
  private final Connection connection;
  private final Function<LogHead, List<NoteSigner>> signers;

  /**
   * A batch on the connection of the transaction under way.
   *
   * @param signers those who sign a log's checkpoint
   */
  public Batch(Connection connection, Function<LogHead, List<NoteSigner>> signers) {
    this.connection = connection;
    this.signers = signers;
  }

  /** Begins a log with the checkpoint of the empty tree. */
  public void open(LogHead log, long now) throws SQLException {
    new LogTable(connection).open(log);
    publish(log, new GrowingTiles(TreeHasher.SHA_256, 0, none -> new byte[0]), now);
  }

  /**
   * {@return how many entries got their place} None do while another node is at it.
   *
   * @param most entries in one batch
   * @param now milliseconds since the epoch
   */
  public int sequence(LogId id, int most, long now) throws SQLException {
    var logs = new LogTable(connection);
    Optional<LogHead> taken = logs.take(id);
    if (taken.isEmpty()) {
      return 0;
    }
    LogHead log = taken.get();
    var entries = new EntryTable(connection, id);
    List<Entry> waiting = entries.waiting(most);
    if (waiting.isEmpty()) {
      return 0;
    }
    var tiles = new TileTable(connection, id);
    var tree = new GrowingTiles(TreeHasher.SHA_256, log.size(), tiles::hashes);
    for (Entry entry : waiting) {
      tree.append(TreeHasher.SHA_256.leaf(entry.leaf().getBytes(StandardCharsets.UTF_8)));
    }
    entries.place(waiting, log.size());
    tiles.put(tree.changed());
    publish(log, tree, now);
    logs.grow(id, tree.size());
    return waiting.size();
  }

  private void publish(LogHead log, GrowingTiles tree, long now) throws SQLException {
    var checkpoint = new Checkpoint(log.origin(), tree.size(), tree.root());
    new CheckpointTable(connection, log.id())
        .add(tree.size(), checkpoint.signedBy(signers.apply(log)), now);
  }
}
