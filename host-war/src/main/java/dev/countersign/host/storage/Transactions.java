package dev.countersign.host.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Runs work in a transaction, and again from the start when another call got in between. */
@ApplicationScoped
public class Transactions {
  private static final int TRIES = 8;

  // SQLSTATE classes: 23 a row that somebody else just made, 40 a deadlock or a failed
  // serialisation.
  private static final String TAKEN = "23";
  private static final String RETRY = "40";

  @Inject OneTransaction one;

  /**
   * The work must depend on nothing but the database: it may run more than once. Inside work that
   * is under way it is a part of that, and starts over only with the whole.
   */
  public <T> T run(Supplier<T> work) {
    // What was overtaken is lost to the whole transaction, whatever else it has read.
    return one.underWay() ? one.run(work) : tried(work);
  }

  private <T> T tried(Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return one.run(work);
      } catch (RuntimeException e) {
        if (tries == TRIES || !overtaken(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean overtaken(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof PessimisticLockException
          || cause instanceof LockTimeoutException) {
        return true;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith(TAKEN) || sql.getSQLState().startsWith(RETRY);
      }
    }
    return false;
  }
}
