package dev.countersign.host.transparency;

import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.transparency.notes.VerifierKey;
import dev.countersign.host.transparency.store.CheckpointTable;
import dev.countersign.host.transparency.store.CheckpointTable.Published;
import dev.countersign.host.transparency.store.EntryTable;
import dev.countersign.host.transparency.store.KeyChangeTable;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.host.transparency.store.LogTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an auditor needs of a log, as lines: what it is, its entries as they are, and
 * what stands beside them and has not been erased. Entries never change, so they are read a piece
 * at a time and need not fit into memory.
 */
@ApplicationScoped
public class LogExport {
  private static final int PIECE = 1000;

  @Inject LogStore store;
  @Inject LogSigners signers;
  @Inject Limits limits;

  /** What is exported: the entries from one place to before another, with the first line. */
  public record Part(LogId log, long from, long size, Map<String, Object> header) {}

  /**
   * Inside the transaction that records the export.
   *
   * @param size of a published checkpoint; empty for the newest
   * @return empty if the log has no such checkpoint, or it has not so many entries
   */
  public Optional<Part> part(LogId log, long from, Optional<Long> size) {
    return store.run(
        connection -> {
          var checkpoints = new CheckpointTable(connection, log);
          var found = size.isPresent() ? checkpoints.find(size.get()) : checkpoints.newest();
          if (found.isEmpty() || from < 0 || from > found.get().size()) {
            return Optional.empty();
          }
          var header = header(connection, log, from, found.get());
          return Optional.of(new Part(log, from, found.get().size(), header));
        });
  }

  private Map<String, Object> header(Connection connection, LogId log, long from, Published last)
      throws SQLException {
    var head = new LogTable(connection).find(log).orElseThrow();
    int most = limits.count(Limit.EXPORT_CHECKPOINTS_COUNT);
    var older = new CheckpointTable(connection, log).before(last.size(), most);
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("countersign_ledger", 1);
    header.put("origin", head.origin());
    header.put("tenant", log.value());
    header.put("from", from);
    header.put("size", last.size());
    header.put(
        "keys", signers.published(connection, head).stream().map(VerifierKey::toString).toList());
    var changes = new KeyChangeTable(connection, log).all();
    header.put("key_changes", changes.stream().map(one -> one.statement().toString()).toList());
    header.put("checkpoint", last.note().toString());
    header.put("checkpoints", older.stream().map(one -> one.note().toString()).toList());
    return header;
  }

  /** Writes the lines, reading in transactions of its own. */
  public void write(Part part, boolean withDetached, OutputStream out) throws IOException {
    out.write(Json.bytes(part.header()));
    out.write('\n');
    for (long at = part.from(); at < part.size(); at += PIECE) {
      long from = at;
      long to = Math.min(part.size(), at + PIECE);
      for (String leaf : store.run(c -> new EntryTable(c, part.log()).leaves(from, to))) {
        line(out, leaf);
      }
    }
    for (long at = part.from(); withDetached && at < part.size(); at += PIECE) {
      long from = at;
      long to = Math.min(part.size(), at + PIECE);
      var found = store.run(c -> new EntryTable(c, part.log()).detached(from, to));
      for (EntryTable.Detached beside : found) {
        line(out, detached(beside));
      }
    }
  }

  private static String detached(EntryTable.Detached beside) {
    return "{\"detached\":{\"entry\":\""
        + beside.id()
        + "\",\"payload\":"
        + beside.payload()
        + ",\"salt\":\""
        + beside.salt()
        + "\"}}";
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** {@return entries as a bundle has them: each with its length, two bytes (C2SP tlog-tiles)} */
  public static byte[] bundle(List<String> leaves) {
    var out = new ByteArrayOutputStream();
    for (String leaf : leaves) {
      byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
      out.write(bytes.length >> 8);
      out.write(bytes.length);
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }
}
