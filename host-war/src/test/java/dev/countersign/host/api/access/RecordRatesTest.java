package dev.countersign.host.api.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.platform.Limits;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordRatesTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final RecordRates rates =
      new RecordRates(
          new Limits(
              name ->
                  name.endsWith("unauthenticated-records-per-minute-count")
                      ? Optional.of("2")
                      : Optional.empty()),
          () -> now);

  @Test
  void strangers_share_so_many_entries_a_minute_and_get_as_many_in_the_next() {
    assertTrue(rates.admits("anonymous"));
    assertTrue(rates.admits("anonymous"));
    assertFalse(rates.admits("anonymous"));
    now = now.plusSeconds(60);
    assertTrue(rates.admits("anonymous"));
  }

  @Test
  void one_key_over_its_rate_takes_no_entries_from_another() {
    rates.admits("key_1");
    rates.admits("key_1");
    assertFalse(rates.admits("key_1"));
    assertTrue(rates.admits("key_2"));
  }
}
