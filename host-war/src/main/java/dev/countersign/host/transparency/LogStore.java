package dev.countersign.host.transparency;

import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;

/** Does work on the log's tables, in the transaction under way or in one of its own. */
@ApplicationScoped
class LogStore {
  @PersistenceContext EntityManager rows;
  @Inject Transactions transactions;

  /** Something done on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T run(Work<T> work) {
    return transactions.run(
        () -> {
          try {
            return work.on(rows.unwrap(Connection.class));
          } catch (SQLException e) {
            throw new IllegalStateException("the log's tables cannot be used", e);
          }
        });
  }
}
