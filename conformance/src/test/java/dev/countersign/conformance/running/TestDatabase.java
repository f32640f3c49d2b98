package dev.countersign.conformance.running;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database under the server. Tests look into it, and put things there that no call of theirs
 * can make, such as a second tenant.
 */
public record TestDatabase(String url, String user, String password, AutoCloseable server)
    implements AutoCloseable {
  // As the product's own, but for AUTO_SERVER: with it a second process may look into the file.
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;AUTO_SERVER=TRUE";

  /** By the names of the two test runs, {@code h2} and {@code postgresql}. */
  static TestDatabase named(String name, Path data) {
    return switch (name) {
      case "h2" -> {
        var file = data.resolve("countersign").toAbsolutePath();
        var url = "jdbc:h2:file:" + file + H2_OPTIONS;
        yield new TestDatabase(url, "countersign", "countersign", () -> {});
      }
      case "postgresql" -> postgresql();
      default -> throw new IllegalArgumentException("no such database: " + name);
    };
  }

  private static TestDatabase postgresql() {
    try {
      // Sorted as a language sorts, as most servers do; the test machine's own may be plain C.
      var server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale-provider", "icu")
              .setLocaleConfig("icu-locale", "en-US")
              .start();
      var url = server.getJdbcUrl("postgres", "postgres");
      return new TestDatabase(url, "postgres", "postgres", server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** {@return the number that a query with these parameters counts} */
  public long count(String query, Object... parameters) {
    try (var connection = connect();
        var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Carries out one statement. */
  public void execute(String sql, @Nullable Object... parameters) {
    try (var connection = connect();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
