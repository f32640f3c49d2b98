package dev.countersign.host.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.result.RowFactory;
import org.h2.value.CompareMode;
import org.junit.jupiter.api.Test;

/**
 * H2 keeps each kind of index once in a file, under its hash. Two kinds of one hash are mistaken
 * for each other when a file is opened after a crash, and it cannot be opened at all.
 */
class IndexKindsTest {
  /** Columns by place, counted from 0, of a table with this many. */
  private record Kind(int columns, List<Integer> places) {
    int hash() {
      int[] indexed = places.stream().mapToInt(Integer::intValue).toArray();
      return RowFactory.DefaultRowFactory.INSTANCE
          .createRowFactory(
              null,
              CompareMode.getInstance(null, 0),
              null,
              new int[indexed.length],
              indexed,
              null,
              columns,
              true)
          .getRowDataType()
          .hashCode();
    }
  }

  private static final String INDEXES =
      """
      SELECT i.table_name, i.index_name,
        (SELECT COUNT(*) FROM information_schema.columns c
          WHERE c.table_schema = i.table_schema AND c.table_name = i.table_name),
        (SELECT c.ordinal_position - 1 FROM information_schema.columns c
          WHERE c.table_schema = i.table_schema AND c.table_name = i.table_name
            AND c.column_name = i.column_name)
      FROM information_schema.index_columns i
      WHERE i.table_schema = 'public'
      ORDER BY i.table_name, i.index_name, i.ordinal_position
      """;

  @Test
  void no_two_kinds_of_index_have_the_same_hash_in_h2() throws SQLException {
    var kinds = kinds();
    assertFalse(kinds.isEmpty());
    assertEquals(Map.of(), mistaken(kinds));
  }

  @Test
  void two_kinds_of_the_same_hash_are_noticed() {
    var byChange = new Kind(35, List.of(1, 31));
    var byMailbox = new Kind(35, List.of(2, 0));
    var planted = Map.of("by change", byChange, "by mailbox", byMailbox);
    assertEquals(Map.of(byChange.hash(), Set.of("by change", "by mailbox")), mistaken(planted));
  }

  private static Map<Integer, Set<String>> mistaken(Map<String, Kind> kinds) {
    Map<Integer, Map<Kind, Set<String>>> byHash = new TreeMap<>();
    kinds.forEach(
        (name, kind) ->
            byHash
                .computeIfAbsent(kind.hash(), hash -> new HashMap<>())
                .computeIfAbsent(kind, same -> new TreeSet<>())
                .add(name));
    Map<Integer, Set<String>> found = new TreeMap<>();
    byHash.forEach(
        (hash, same) -> {
          if (same.size() > 1) {
            var names = new TreeSet<String>();
            same.values().forEach(names::addAll);
            found.put(hash, names);
          }
        });
    return found;
  }

  private static Map<String, Kind> kinds() throws SQLException {
    var source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_DELAY=-1");
    Schema.of(source).migrate();
    try (var connection = source.getConnection()) {
      return kinds(connection);
    }
  }

  private static Map<String, Kind> kinds(Connection connection) throws SQLException {
    Map<String, Kind> kinds = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(INDEXES)) {
      while (rows.next()) {
        var kind =
            kinds.computeIfAbsent(rows.getString(1) + "." + rows.getString(2), name -> kind(rows));
        kind.places().add(rows.getInt(4));
      }
    }
    return kinds;
  }

  private static Kind kind(ResultSet rows) {
    try {
      return new Kind(rows.getInt(3), new ArrayList<>());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
