package dev.countersign.conformance.transparency;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/** Connections on which something goes wrong. */
final class Breaking {
  private static final int STATEMENTS = 12;

  private Breaking() {}

  /** The process is gone; the database forgets what it had not committed. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A connection whose process dies before one of its next statements. */
  static Connection after(Connection connection, Random random) {
    int[] left = {1 + random.nextInt(STATEMENTS)};
    return before(
        connection,
        sql -> {
          if (--left[0] == 0) {
            connection.rollback();
            connection.close();
            throw new Killed();
          }
          return sql;
        });
  }

  /** A connection that takes no locks. */
  static Connection unlocked(Connection connection) {
    return before(connection, sql -> sql.replace("FOR UPDATE SKIP LOCKED", ""));
  }

  /** What is done to a statement before it is prepared. */
  @FunctionalInterface
  private interface Change {
    String of(String sql) throws SQLException;
  }

  private static Connection before(Connection connection, Change change) {
    return (Connection)
        Proxy.newProxyInstance(
            Breaking.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                arguments[0] = change.of((String) arguments[0]);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
