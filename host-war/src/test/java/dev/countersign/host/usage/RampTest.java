package dev.countersign.host.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How a mailbox's age and the calendar bound what it sends. */
class RampTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  @Property(tries = 500, seed = "20261123")
  void a_mailbox_only_ever_comes_to_a_later_stage(
      @ForAll @LongRange(min = -DAY_MAX, max = DAY_MAX) long age,
      @ForAll @LongRange(min = 0, max = DAY_MAX) long later,
      @ForAll @LongRange(min = 1, max = 365) long days) {
    int before = Ramp.stage(age, days).map(Enum::ordinal).orElse(3);
    int after = Ramp.stage(age + later, days).map(Enum::ordinal).orElse(3);
    assertTrue(before <= after, before + " then " + after);
  }

  private static final long DAY_MAX = 86_400_000L * 400;

  @Test
  void each_stage_takes_a_third_of_the_time_and_then_there_is_no_bound() {
    assertEquals(Optional.of(Ramp.Stage.FIRST), Ramp.stage(10 * DAY - 1, 30));
    assertEquals(Optional.of(Ramp.Stage.SECOND), Ramp.stage(10 * DAY, 30));
    assertEquals(Optional.of(Ramp.Stage.THIRD), Ramp.stage(30 * DAY - 1, 30));
    assertEquals(Optional.empty(), Ramp.stage(30 * DAY, 30));
    assertEquals(Optional.empty(), Ramp.stage(0, 0));
  }

  @Property(tries = 500, seed = "20261123")
  void a_moment_is_within_its_day_and_its_month(
      @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long now) {
    assertTrue(Calendar.monthOf(now) <= Calendar.dayOf(now));
    assertTrue(Calendar.dayOf(now) <= now && now < Calendar.dayAfter(now));
    assertTrue(Calendar.dayAfter(now) <= Calendar.monthAfter(now));
    assertEquals(Calendar.monthAfter(now), Calendar.monthOf(Calendar.monthAfter(now)));
  }

  @Test
  void a_quota_begins_anew_on_the_first_of_the_month() {
    long last = Instant.parse("2028-02-29T23:59:59.999Z").toEpochMilli();
    assertEquals(last + 1, Calendar.monthAfter(last));
    assertEquals(last + 1, Calendar.monthOf(last + 1));
  }
}
