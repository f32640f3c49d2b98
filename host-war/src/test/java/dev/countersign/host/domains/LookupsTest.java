package dev.countersign.host.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.domains.signals.NetworkSignal;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How answers are kept, and how often a question is asked. */
class LookupsTest {
  private static final String D = "shop.example";
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration STALE = Duration.ofHours(1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();
  private final BlockingQueue<Finding> answers = new LinkedBlockingQueue<>();
  private final Lookups lookups = new Lookups(100, Duration.ofSeconds(5), now::get);

  private final NetworkSignal signal =
      new NetworkSignal() {
        @Override
        public Signal signal() {
          return Signal.SPF;
        }

        @Override
        public String source() {
          return "the test";
        }

        @Override
        public Duration fresh() {
          return FRESH;
        }

        @Override
        public Duration stale() {
          return STALE;
        }

        @Override
        public Finding look(String domain) throws InterruptedException {
          asked.incrementAndGet();
          return answers.take();
        }
      };

  private static Finding finding(Level level) {
    return Finding.of(Signal.SPF, level, level.name());
  }

  private void later(Duration span) {
    now.updateAndGet(time -> time.plus(span));
  }

  private Level answered(Level level) {
    CompletableFuture<Finding> question = lookups.ask(signal, D);
    answers.add(finding(level));
    return question.join().level();
  }

  @Test
  void a_question_is_under_way_once() {
    var first = lookups.ask(signal, D);
    var second = lookups.ask(signal, D);
    answers.add(finding(Level.GOOD));
    assertEquals(Level.GOOD, first.join().level());
    assertEquals(Level.GOOD, second.join().level());
    assertEquals(1, asked.get());
  }

  @Test
  void a_fresh_answer_is_not_asked_for_again() {
    answered(Level.GOOD);
    later(FRESH.minusMillis(1));
    assertTrue(lookups.ask(signal, D).isDone());
    assertEquals(1, asked.get());
  }

  @Test
  void an_old_answer_serves_while_the_next_one_is_fetched() throws InterruptedException {
    answered(Level.GOOD);
    later(FRESH);
    assertEquals(Level.GOOD, lookups.ask(signal, D).getNow(finding(Level.UNKNOWN)).level());
    answers.add(finding(Level.THIRD));
    while (lookups.ask(signal, D).getNow(finding(Level.UNKNOWN)).level() != Level.THIRD) {
      Thread.sleep(1);
    }
    assertEquals(2, asked.get());
  }

  @Test
  void too_old_an_answer_does_not_serve() {
    answered(Level.GOOD);
    later(STALE);
    assertFalse(lookups.ask(signal, D).isDone());
    answers.add(finding(Level.FIRST));
  }

  @Test
  void silence_is_remembered_briefly() {
    assertEquals(Level.UNKNOWN, answered(Level.UNKNOWN));
    assertTrue(lookups.ask(signal, D).isDone());
    later(Duration.ofMinutes(1));
    assertEquals(Level.GOOD, answered(Level.GOOD));
  }

  @Test
  void a_source_that_fails_is_unknown_and_not_a_failure() {
    var broken = new Lookups(100, Duration.ofMillis(50), now::get);
    assertEquals(Level.UNKNOWN, broken.ask(signal, D).join().level());
  }
}
