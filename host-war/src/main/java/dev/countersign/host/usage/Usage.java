package dev.countersign.host.usage;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a tenant did in some time, counted in its ledger: there is an entry for everything. */
@ApplicationScoped
public class Usage {
  // Ids sort by time, and entries are found by them.
  private static final String COUNT =
      "SELECT at / 86400000, action, SUM(CASE WHEN key_id IS NULL THEN 0 ELSE 1 END),"
          + " SUM(CASE WHEN outcome = 'ok' THEN 1 ELSE 0 END)"
          + " FROM ledger_entries WHERE tenant_id = ?1 AND id >= ?2 AND id < ?3"
          + " GROUP BY at / 86400000, action";

  @PersistenceContext EntityManager rows;

  /** What is counted. */
  public enum Kind {
    EMAILS_SENT,
    EMAILS_RECEIVED,
    API_CALLS,
    OVERSIGHT_ACTIONS;

    /** {@return the name of its number in a summary} */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Each kind's number for each day (UTC) on which there was anything. */
  public SortedMap<LocalDate, Map<Kind, Long>> daily(String tenantId, long from, long to) {
    var counts =
        rows.createNativeQuery(COUNT)
            .setParameter(1, tenantId)
            .setParameter(2, LedgerEntryId.earliest(from).toString())
            .setParameter(3, LedgerEntryId.earliest(to).toString())
            .getResultList();
    SortedMap<LocalDate, Map<Kind, Long>> days = new TreeMap<>();
    for (Object row : counts) {
      var cells = (Object[]) row;
      var day =
          days.computeIfAbsent(
              LocalDate.ofEpochDay(number(cells[0])), date -> new EnumMap<>(Kind.class));
      day.merge(Kind.API_CALLS, number(cells[2]), Long::sum);
      long done = number(cells[3]);
      Action.ofWire(String.valueOf(cells[1])).ifPresent(action -> tell(action, done, day));
    }
    return days;
  }

  /** Each kind's number over all of the time. */
  public Map<Kind, Long> summary(String tenantId, long from, long to) {
    Map<Kind, Long> sums = new EnumMap<>(Kind.class);
    for (var kind : Kind.values()) {
      sums.put(kind, 0L);
    }
    for (var day : daily(tenantId, from, to).values()) {
      day.forEach((kind, count) -> sums.merge(kind, count, Long::sum));
    }
    return sums;
  }

  private static void tell(Action action, long count, Map<Kind, Long> day) {
    switch (action) {
      case ACCEPTED -> day.merge(Kind.EMAILS_SENT, count, Long::sum);
      case RECEIVE -> day.merge(Kind.EMAILS_RECEIVED, count, Long::sum);
      case APPROVE, REJECT -> day.merge(Kind.OVERSIGHT_ACTIONS, count, Long::sum);
      default -> {
        // counted as a call only
      }
    }
  }

  private static long number(Object cell) {
    return ((Number) cell).longValue();
  }
}
