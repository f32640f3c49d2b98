package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDateTest {
  @Test
  void the_form_that_is_signed_is_read() {
    Optional<Instant> noon = Optional.of(Instant.parse("2026-03-17T12:30:00Z"));
    assertEquals(noon, MessageDate.of("Tue, 17 Mar 2026 12:30:00 +0000"));
    assertEquals(noon, MessageDate.of("17 Mar 2026 14:30:00 +0200"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Tue, 31 Feb 2026 12:30:00 +0000",
        "17 Mar 26 12:30:00 +0000",
        "Tue, 17 Mar 2026 25:30:00 +0000"
      })
  void another_form_is_no_time(String date) {
    assertEquals(Optional.empty(), MessageDate.of(date));
  }
}
