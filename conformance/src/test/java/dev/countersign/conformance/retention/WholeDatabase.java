package dev.countersign.conformance.retention;

import dev.countersign.conformance.running.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every column of every row of every table, looked through for a text. */
final class WholeDatabase {
  private WholeDatabase() {}

  /** {@return the columns, as table.column, in which it stands anywhere} */
  static Set<String> columnsWith(TestDatabase database, String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    Set<String> found = new TreeSet<>();
    try (var connection = database.connect()) {
      for (String table : tables(connection)) {
        look(connection, table, wanted, found);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    var types = new String[] {"TABLE", "BASE TABLE"};
    try (var rows = connection.getMetaData().getTables(null, "public", "%", types)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static void look(Connection connection, String table, String wanted, Set<String> found)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          if (text(rows, i).contains(wanted)) {
            found.add(table + "." + rows.getMetaData().getColumnName(i));
          }
        }
      }
    }
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
    String text = value == null ? "" : rows.getString(column);
    return text.toLowerCase(Locale.ROOT);
  }
}
