package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StrangerRatesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final AtomicLong now = new AtomicLong(1_000);
  private final StrangerRates rates =
      new StrangerRates(new Limits(), () -> Instant.ofEpochMilli(now.get()));

  private void tryCode(String who) {
    rates.admit(Limit.SIGNUP_CONFIRMATIONS_PER_HOUR_COUNT, who, HOUR);
  }

  @Test
  void the_sixth_try_within_an_hour_is_refused_until_the_hour_is_over() {
    for (int i = 0; i < 5; i++) {
      tryCode("10.0.0.1");
    }
    now.addAndGet(1_000);
    var refused = assertThrows(Problem.class, () -> tryCode("10.0.0.1"));
    assertEquals(429, refused.status());
    assertEquals("3599", refused.headers().get("Retry-After"));
    now.addAndGet(HOUR.toMillis() - 1_000);
    tryCode("10.0.0.1");
  }

  @Test
  void others_and_other_calls_are_counted_apart() {
    for (int i = 0; i < 5; i++) {
      tryCode("10.0.0.1");
    }
    tryCode("10.0.0.2");
    rates.admit(Limit.SIGNUP_CALLS_PER_MINUTE_COUNT, "10.0.0.1", HOUR);
    assertThrows(Problem.class, () -> tryCode("10.0.0.1"));
  }
}
