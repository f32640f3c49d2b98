package dev.countersign.host.transparency.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement with its parameters, on the connection of the transaction under way. */
final class SqlQuery {
  private final Connection connection;
  private final String sql;
  private final @Nullable Object[] parameters;

  SqlQuery(Connection connection, String sql, @Nullable Object... parameters) {
    this.connection = connection;
    this.sql = sql;
    this.parameters = parameters;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(Row<T> row) throws SQLException {
    try (var statement = prepared();
        var rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    }
  }

  <T> Optional<T> first(Row<T> row) throws SQLException {
    return list(row).stream().findFirst();
  }

  int update() throws SQLException {
    try (var statement = prepared()) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared() throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
