package dev.countersign.host.transparency.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** A log's entries: those that wait for their place, and those that have it. */
public final class EntryTable {
  // One statement for all: by itself, each row would cost as much as the row's insert. Joined by
  // the id alone: PostgreSQL expects few entries without a place, and would go through all of them
  // once for each that is placed.
  private static final String PLACE =
      "MERGE INTO ledger_entries e USING (SELECT id, place FROM"
          + " UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY)) AS n(id, place)) p"
          + " ON e.id = p.id"
          + " WHEN MATCHED AND e.log_index IS NULL THEN UPDATE SET log_index = p.place";

  private final Connection connection;
  private final LogId log;

  public EntryTable(Connection connection, LogId log) {
    this.connection = connection;
    this.log = log;
  }

  /** An entry's id with its text. */
  public record Entry(String id, String leaf) {}

  /** What stands beside an entry and can be erased: JSON and a salt. */
  public record Detached(String id, String salt, String payload) {}

  /** An entry, and its place if it has one. */
  public record Placed(String leaf, OptionalLong index) {}

  /**
   * {@return entries without a place, in the order in which they get one} One statement, so that
   * all are of one moment.
   */
  public List<Entry> waiting(int most) throws SQLException {
    return query(
            "SELECT id, leaf FROM ledger_entries"
                + " WHERE tenant_id = ? AND log_index IS NULL AND leaf IS NOT NULL"
                + " ORDER BY arrival LIMIT ?",
            log.value(),
            most)
        .list(row -> new Entry(row.getString(1), row.getString(2)));
  }

  /**
   * Gives entries their places, from {@code first} on.
   *
   * @throws IllegalStateException if one of them has a place already
   */
  public void place(List<Entry> entries, long first) throws SQLException {
    try (var statement = connection.prepareStatement(PLACE)) {
      String[] ids = entries.stream().map(Entry::id).toArray(String[]::new);
      Long[] places = LongStream.range(first, first + ids.length).boxed().toArray(Long[]::new);
      statement.setArray(1, connection.createArrayOf("VARCHAR", ids));
      statement.setArray(2, connection.createArrayOf("BIGINT", places));
      if (statement.executeUpdate() != ids.length) {
        throw new IllegalStateException("an entry got its place from somebody else");
      }
    }
  }

  /** {@return the texts of the entries from one place to before another} */
  public List<String> leaves(long from, long to) throws SQLException {
    return query(
            "SELECT leaf FROM ledger_entries WHERE tenant_id = ?"
                + " AND log_index >= ? AND log_index < ? ORDER BY log_index",
            log.value(),
            from,
            to)
        .list(row -> row.getString(1));
  }

  public List<Detached> detached(long from, long to) throws SQLException {
    return query(
            "SELECT e.id, p.salt, p.payload FROM ledger_entries e"
                // Without a salt, what is there commits to nothing: it was erased, or is from
                // before.
                + " JOIN ledger_payloads p ON p.entry_id = e.id AND p.salt <> ''"
                + " WHERE e.tenant_id = ? AND e.log_index >= ? AND e.log_index < ?"
                + " ORDER BY e.log_index",
            log.value(),
            from,
            to)
        .list(row -> new Detached(row.getString(1), row.getString(2), row.getString(3)));
  }

  public Optional<Placed> find(String id) throws SQLException {
    return query(
            "SELECT leaf, log_index FROM ledger_entries"
                + " WHERE tenant_id = ? AND id = ? AND leaf IS NOT NULL",
            log.value(),
            id)
        .first(
            row -> {
              long index = row.getLong(2);
              var place = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
              return new Placed(row.getString(1), place);
            });
  }

  private SqlQuery query(String sql, Object... parameters) {
    return new SqlQuery(connection, sql, parameters);
  }
}
