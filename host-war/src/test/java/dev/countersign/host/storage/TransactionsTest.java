package dev.countersign.host.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private int tries;

  /** For work where {@code key} names the transaction that is under way, if one is. */
  @SuppressWarnings("UnnecessaryAssignment") // no container fills the fields in here
  private Transactions within(@Nullable Object key) {
    var transactions = new Transactions();
    transactions.one =
        new OneTransaction() {
          @Override
          <T> T run(Supplier<T> work) {
            tries++;
            return work.get();
          }
        };
    transactions.underWay =
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                TransactionsTest.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> key);
    return transactions;
  }

  private int overtakenUntil(int last) {
    if (tries < last) {
      throw new OptimisticLockException();
    }
    return tries;
  }

  @Test
  void work_that_was_overtaken_starts_over() {
    assertEquals(3, within(null).run(() -> overtakenUntil(3)));
  }

  @Test
  void a_part_of_a_transaction_does_not_start_over_by_itself() {
    var part = within("the whole");
    assertThrows(OptimisticLockException.class, () -> part.run(() -> overtakenUntil(3)));
    assertEquals(1, tries);
  }
}
