package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row, by the names of its columns. */
record Columns(Map<String, Object> values) {
  static Columns of(ResultSet row) throws SQLException {
    var names = row.getMetaData();
    Map<String, Object> values = new HashMap<>();
    for (int i = 1; i <= names.getColumnCount(); i++) {
      values.put(names.getColumnLabel(i).toLowerCase(Locale.ROOT), row.getObject(i));
    }
    return new Columns(values);
  }

  String text(String column) {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  @Nullable String textOrNull(String column) {
    return values.get(column) instanceof String text ? text : null;
  }

  long number(String column) {
    return ((Number) Objects.requireNonNull(values.get(column), column)).longValue();
  }

  boolean flag(String column) {
    return (Boolean) Objects.requireNonNull(values.get(column), column);
  }

  boolean present(String column) {
    return values.get(column) != null;
  }

  /** From the columns of this prefix. */
  Principal principal(String prefix) {
    return new Principal(Role.valueOf(text(prefix + "_role")), number(prefix + "_no"));
  }
}
