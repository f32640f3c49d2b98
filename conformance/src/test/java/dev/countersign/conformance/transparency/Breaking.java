package dev.countersign.conformance.transparency;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Random;

/** A connection whose process dies before one of its next statements. */
final class Breaking {
  private static final int STATEMENTS = 12;

  private Breaking() {}

  /** The process is gone; the database forgets what it had not committed. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static Connection after(Connection connection, Random random) {
    int[] left = {1 + random.nextInt(STATEMENTS)};
    return (Connection)
        Proxy.newProxyInstance(
            Breaking.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement") && --left[0] == 0) {
                connection.rollback();
                connection.close();
                throw new Killed();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
