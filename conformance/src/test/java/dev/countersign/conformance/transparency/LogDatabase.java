package dev.countersign.conformance.transparency;

import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.storage.Schema;
import dev.countersign.host.transparency.Batch;
import dev.countersign.host.transparency.LogKey;
import dev.countersign.host.transparency.notes.NoteSigner;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the product's schema and one log, without a server around it. */
final class LogDatabase implements AutoCloseable {
  static final LogId LOG = LogId.SERVER;
  static final String ORIGIN = "log.example/log/server";

  private final DataSource source;
  private final AutoCloseable server;
  private final LogKey key = newKey();

  private LogDatabase(DataSource source, AutoCloseable server) {
    this.source = source;
    this.server = server;
    Schema.of(source).migrate();
    work(
        connection -> {
          batch(connection).open(LogHead.opening(LOG, ORIGIN, key.publicKey()), 0);
          return true;
        });
  }

  /** By the names of the two test runs, {@code h2} and {@code postgresql}. */
  static LogDatabase named(String name) {
    try {
      return name.equals("h2") ? h2() : postgresql(EmbeddedPostgres.builder().start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LogDatabase postgresql(EmbeddedPostgres server) {
    return new LogDatabase(server.getPostgresDatabase(), server);
  }

  private static LogDatabase h2() {
    var source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1");
    return new LogDatabase(source, () -> {});
  }

  private static LogKey newKey() {
    try {
      var folder = Files.createTempDirectory("log-key");
      return new LogKey(KeyStoreFile.in(folder, "log", Optional.empty()), Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LogKey key() {
    return key;
  }

  Batch batch(Connection connection) {
    return new Batch(connection, log -> List.<NoteSigner>of(key.signer(log.origin())));
  }

  Connection connect() throws SQLException {
    var connection = source.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Something done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T work(Work<T> work) {
    try (var connection = connect()) {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sequences everything that waits. */
  void catchUp(int most) {
    while (work(connection -> batch(connection).sequence(LOG, most, 0)) > 0) {
      // until nothing waits
    }
  }

  /** Writes an entry whose leaf is this text. */
  static void write(Connection connection, String id, String leaf) throws SQLException {
    var sql =
        "INSERT INTO ledger_entries"
            + " (id, tenant_id, at, request_id, actor_role, actor_id, action, outcome, leaf)"
            + " VALUES (?, 'server', 0, 'r', 'agent', 'a', 'submit', 'ok', ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.setString(2, leaf);
      statement.executeUpdate();
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
