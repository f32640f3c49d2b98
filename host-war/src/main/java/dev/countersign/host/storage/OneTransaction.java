package dev.countersign.host.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * One try, or a part of the try that is under way. A bean apart, because only a call from outside
 * passes through the interceptor.
 */
@ApplicationScoped
class OneTransaction {
  @PersistenceContext EntityManager rows;

  @Transactional
  <T> T run(Supplier<T> work) {
    T result = work.get();
    // A conflict must show here, inside the try, and not in the container's commit.
    rows.flush();
    return result;
  }
}
