package dev.countersign.host.domains;

import dev.countersign.kernel.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** How far domain intelligence reached in a period: for auditors, who want to know what was not. */
@ApplicationScoped
public class Coverage {
  private static final String OF_PERIOD =
      " FROM MessageRow m WHERE m.tenantId = :tenant AND m.direction ="
          + " dev.countersign.kernel.Direction.OUTBOUND"
          + " AND m.createdAt >= :from AND m.createdAt < :until";
  private static final String JUDGED =
      " AND EXISTS (SELECT d FROM MessageDomainRow d WHERE d.messageId = m.id";

  @PersistenceContext EntityManager rows;
  @Inject Domains domains;

  /**
   * What is on, as it is set now, and what became of the period's outbound messages.
   *
   * @param signalsOn that are looked at, by name
   * @param signalsOff that an operator has switched off
   * @param sources who is asked
   * @param messages handed in within the period
   * @param judged of them, those whose recipients' domains were judged
   * @param unknown of them, those with a domain whose risk could not be established
   * @param blocked of all, those that were blocked
   * @param domains different domains judged
   */
  public record Reach(
      List<String> signalsOn,
      List<String> signalsOff,
      List<String> sources,
      long messages,
      long judged,
      long unknown,
      long blocked,
      long domains) {}

  /**
   * Counts; inside a transaction.
   *
   * @param from milliseconds since 1970, included
   * @param until likewise, not included
   */
  public Reach of(String tenantId, long from, long until) {
    var sources = domains.sources();
    return new Reach(
        sources.on().stream().map(Signal::wire).toList(),
        sources.off().stream().map(Signal::wire).toList(),
        sources.names(),
        count("SELECT COUNT(m)" + OF_PERIOD, tenantId, from, until),
        count("SELECT COUNT(m)" + OF_PERIOD + JUDGED + ")", tenantId, from, until),
        count(
            "SELECT COUNT(m)" + OF_PERIOD + JUDGED + " AND d.risk = 'UNKNOWN')",
            tenantId,
            from,
            until),
        count(
            "SELECT COUNT(m)" + OF_PERIOD + " AND m.status = dev.countersign.kernel.Status.BLOCKED",
            tenantId,
            from,
            until),
        count(
            "SELECT COUNT(DISTINCT d.domain) FROM MessageDomainRow d WHERE d.messageId IN"
                + " (SELECT m.id"
                + OF_PERIOD
                + ")",
            tenantId,
            from,
            until));
  }

  private long count(String query, String tenantId, long from, long until) {
    return rows.createQuery(query, Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("from", from)
        .setParameter("until", until)
        .getSingleResult();
  }
}
