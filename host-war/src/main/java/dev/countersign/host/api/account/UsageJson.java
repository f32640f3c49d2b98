package dev.countersign.host.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countersign.host.usage.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account did in some time.
 *
 * @param from milliseconds since 1970, from when on; to, until when
 * @param oversightActions approvals and rejections
 * @param breakdown daily, with data; else both are absent
 */
public record UsageJson(
    long from,
    long to,
    long emailsSent,
    long emailsReceived,
    long apiCalls,
    long oversightActions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String breakdown,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OnDay> data) {

  /**
   * One kind's number on one day.
   *
   * @param date in UTC, such as 2026-11-23
   * @param eventType emails_sent, emails_received, api_calls or oversight_actions
   */
  public record OnDay(String date, String eventType, long count) {}

  static UsageJson of(
      long from,
      long to,
      Map<Usage.Kind, Long> sums,
      @Nullable SortedMap<LocalDate, Map<Usage.Kind, Long>> days) {
    return new UsageJson(
        from,
        to,
        sums.getOrDefault(Usage.Kind.EMAILS_SENT, 0L),
        sums.getOrDefault(Usage.Kind.EMAILS_RECEIVED, 0L),
        sums.getOrDefault(Usage.Kind.API_CALLS, 0L),
        sums.getOrDefault(Usage.Kind.OVERSIGHT_ACTIONS, 0L),
        days == null ? null : "daily",
        days == null ? null : rows(days));
  }

  private static List<OnDay> rows(SortedMap<LocalDate, Map<Usage.Kind, Long>> days) {
    List<OnDay> rows = new ArrayList<>();
    days.forEach(
        (day, counts) ->
            counts.forEach(
                (kind, count) -> rows.add(new OnDay(day.toString(), kind.wire(), count))));
    return rows;
  }
}
