package dev.countersign.host.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** One try. A bean apart, because only a call from outside passes through the interceptor. */
@ApplicationScoped
class OneTransaction {
  @PersistenceContext EntityManager rows;

  @Transactional(TxType.REQUIRES_NEW)
  <T> T run(Supplier<T> work) {
    T result = work.get();
    // A conflict must show here, inside the try, and not in the container's commit.
    rows.flush();
    return result;
  }
}
