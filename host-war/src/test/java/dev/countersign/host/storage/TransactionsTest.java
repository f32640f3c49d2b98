package dev.countersign.host.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  /** Joins where a try is under way, as the container's interceptor does. */
  private static final class Joining extends OneTransaction {
    private int depth;

    @Override
    public <T> T run(Supplier<T> work) {
      depth++;
      try {
        return work.get();
      } finally {
        depth--;
      }
    }

    @Override
    public boolean underWay() {
      return depth > 0;
    }
  }

  private final Transactions transactions = new Transactions();
  private final List<String> tried = new ArrayList<>();

  @SuppressWarnings("UnnecessaryAssignment") // here this test is the container
  TransactionsTest() {
    transactions.one = new Joining();
  }

  @Test
  void work_that_was_overtaken_starts_over() {
    int result = transactions.run(() -> overtaken("once", 2));
    assertEquals(7, result);
    assertEquals(List.of("once", "once"), tried);
  }

  @Test
  void a_part_that_was_overtaken_starts_over_with_the_whole() {
    int result =
        transactions.run(
            () -> {
              tried.add("whole");
              return transactions.run(() -> overtaken("part", 4));
            });
    assertEquals(7, result);
    assertEquals(List.of("whole", "part", "whole", "part"), tried);
  }

  @Test
  void work_that_is_always_overtaken_fails_in_the_end() {
    assertThrows(
        OptimisticLockException.class,
        () -> transactions.run(() -> transactions.run(() -> overtaken("again", 1000))));
    assertEquals(8, tried.size());
  }

  @Test
  void work_that_fails_otherwise_is_not_tried_again() {
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.run(
                () -> {
                  tried.add("once");
                  throw new IllegalStateException("broken");
                }));
    assertEquals(List.of("once"), tried);
  }

  /** Overtaken until so many parts of work were tried. */
  private int overtaken(String name, int times) {
    tried.add(name);
    if (tried.size() < times) {
      throw new OptimisticLockException("somebody was faster");
    }
    return 7;
  }
}
