package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRatesTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private final KeyRates rates =
      new KeyRates(
          new Limits(
              property ->
                  Optional.ofNullable(
                      Map.of(
                              Limit.REQUESTS_PER_KEY_PER_MINUTE_COUNT.property(), "60",
                              Limit.REQUESTS_PER_KEY_BURST_COUNT.property(), "3")
                          .get(property))),
          now::get);

  @BeforeEach
  void use_up_the_burst() {
    for (int i = 0; i < 3; i++) {
      rates.admit("key");
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void the_request_after_the_burst_is_told_when_to_come_back() {
    var problem = assertThrows(Problem.class, () -> rates.admit("key"));
    assertEquals(429, problem.status());
    assertEquals("1", problem.headers().get("Retry-After"));
  }

  @Test
  void coming_back_when_told_is_enough() {
    assertThrows(Problem.class, () -> rates.admit("key"));
    pass(Duration.ofSeconds(1));
    assertDoesNotThrow(() -> rates.admit("key"));
    assertThrows(Problem.class, () -> rates.admit("key"));
  }

  @Test
  void asking_without_pause_does_not_lock_a_key_out() {
    int admitted = 0;
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofMillis(100));
      try {
        rates.admit("key");
        admitted++;
      } catch (Problem refused) {
        assertEquals(429, refused.status());
      }
    }
    assertEquals(10, admitted, 1.0);
  }

  @Test
  void one_key_takes_nothing_from_another() {
    assertDoesNotThrow(() -> rates.admit("other"));
  }

  @Test
  void a_long_pause_fills_the_bucket_to_the_burst_and_no_further() {
    pass(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      rates.admit("key");
    }
    assertThrows(Problem.class, () -> rates.admit("key"));
  }
}
