package dev.countersign.host.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * One try, or a part of the try that is under way. A bean apart, because only a call from outside
 * passes through the interceptor.
 */
@ApplicationScoped
public class OneTransaction {
  @PersistenceContext EntityManager rows;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry current;

  @Transactional
  public <T> T run(Supplier<T> work) {
    T result = work.get();
    // A conflict must show here, inside the try, and not in the container's commit.
    rows.flush();
    return result;
  }

  /** Is the caller inside a try already? */
  public boolean underWay() {
    return current.getTransactionKey() != null;
  }
}
