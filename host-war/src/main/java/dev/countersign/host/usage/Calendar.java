package dev.countersign.host.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days and months in UTC, as milliseconds since 1970. */
final class Calendar {
  private Calendar() {}

  static long monthOf(long now) {
    return start(day(now).withDayOfMonth(1));
  }

  static long monthAfter(long now) {
    return start(day(now).withDayOfMonth(1).plusMonths(1));
  }

  static long dayOf(long now) {
    return start(day(now));
  }

  static long dayAfter(long now) {
    return start(day(now).plusDays(1));
  }

  private static LocalDate day(long now) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
