package dev.countersign.host.transparency.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which logs there are, and how long. */
public final class LogTable {
  private static final String ALL =
      "SELECT id, origin, size, signed_by, owner_key, also_signed_by, also_until FROM logs";

  private final Connection connection;

  public LogTable(Connection connection) {
    this.connection = connection;
  }

  public Optional<LogHead> find(LogId log) throws SQLException {
    return query(ALL + " WHERE id = ?", log.value()).first(LogTable::head);
  }

  /**
   * {@return the log, which nobody else can take until the transaction ends; empty while somebody
   * else has it}
   */
  public Optional<LogHead> take(LogId log) throws SQLException {
    return query(ALL + " WHERE id = ? FOR UPDATE SKIP LOCKED", log.value()).first(LogTable::head);
  }

  public List<LogHead> all() throws SQLException {
    return query(ALL + " ORDER BY id").list(LogTable::head);
  }

  /** {@return the logs with entries that have no place yet} */
  public List<LogId> waiting() throws SQLException {
    return query(
            "SELECT l.id FROM logs l WHERE EXISTS (SELECT 1 FROM ledger_entries e"
                + " WHERE e.tenant_id = l.id AND e.log_index IS NULL AND e.leaf IS NOT NULL)"
                + " ORDER BY l.id")
        .list(row -> new LogId(row.getString(1)));
  }

  /** {@return tenants, and the server itself, that have no log yet} */
  public List<LogId> unopened() throws SQLException {
    return query(
            "SELECT t.id FROM (SELECT id FROM tenants UNION ALL SELECT 'server') t"
                + " WHERE NOT EXISTS (SELECT 1 FROM logs l WHERE l.id = t.id) ORDER BY t.id")
        .list(row -> new LogId(row.getString(1)));
  }

  public void open(LogHead log) throws SQLException {
    query(
            "INSERT INTO logs (id, origin, signed_by, size) VALUES (?, ?, ?, ?)",
            log.id().value(),
            log.origin(),
            log.keys().own(),
            log.size())
        .update();
  }

  public void grow(LogId log, long size) throws SQLException {
    query("UPDATE logs SET size = ? WHERE id = ?", size, log.value()).update();
  }

  /** Others sign from the next checkpoint on. */
  public void sign(LogId log, LogHead.Keys keys) throws SQLException {
    query(
            "UPDATE logs SET signed_by = ?, owner_key = ?, also_signed_by = ?, also_until = ?"
                + " WHERE id = ?",
            keys.own(),
            keys.owners().orElse(null),
            keys.before().map(LogHead.Leaving::key).orElse(null),
            keys.before().map(LogHead.Leaving::until).orElse(null),
            log.value())
        .update();
  }

  private SqlQuery query(String sql, @Nullable Object... parameters) {
    return new SqlQuery(connection, sql, parameters);
  }

  private static LogHead head(ResultSet row) throws SQLException {
    long until = row.getLong(7);
    var before = Optional.ofNullable(row.getString(6)).map(key -> new LogHead.Leaving(key, until));
    var keys = new LogHead.Keys(row.getString(4), Optional.ofNullable(row.getString(5)), before);
    return new LogHead(new LogId(row.getString(1)), row.getString(2), row.getLong(3), keys);
  }
}
