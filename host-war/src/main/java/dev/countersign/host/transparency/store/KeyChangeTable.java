package dev.countersign.host.transparency.store;

import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Which of a log's keys took over from which. */
public final class KeyChangeTable {
  private final Connection connection;
  private final LogId log;

  public KeyChangeTable(Connection connection, LogId log) {
    this.connection = connection;
    this.log = log;
  }

  /**
   * One key took over from another.
   *
   * @param after checkpoints that are larger are signed by the new one
   * @param at milliseconds since 1970
   * @param statement says so, signed
   */
  public record KeyChange(
      VerifierKey old, VerifierKey fresh, long after, long at, SignedNote statement) {}

  public void add(KeyChange change) throws SQLException {
    new SqlQuery(
            connection,
            "INSERT INTO log_key_changes"
                + " (log_id, new_key, old_key, after_size, changed_at, statement)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            log.value(),
            change.fresh().toString(),
            change.old().toString(),
            change.after(),
            change.at(),
            change.statement().toString())
        .update();
  }

  /** {@return all changes, in their order} */
  public List<KeyChange> all() throws SQLException {
    return new SqlQuery(
            connection,
            "SELECT old_key, new_key, after_size, changed_at, statement FROM log_key_changes"
                + " WHERE log_id = ? ORDER BY after_size, changed_at, new_key",
            log.value())
        .list(
            row ->
                new KeyChange(
                    VerifierKey.parse(row.getString(1)).orElseThrow(),
                    VerifierKey.parse(row.getString(2)).orElseThrow(),
                    row.getLong(3),
                    row.getLong(4),
                    SignedNote.parse(row.getString(5)).orElseThrow()));
  }
}
