package dev.countersign.host.domains;

import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.RiskBand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other thresholds would have made of messages that were judged already. */
@ApplicationScoped
public class DryRun {
  private static final int MESSAGES_MAX = 5000;
  private static final int BATCH = 500;
  private static final int LISTED_MAX = 100;

  @PersistenceContext EntityManager rows;
  @Inject MessageDomains domains;
  @Inject RiskStandards standards;

  /**
   * One message that would have fared otherwise.
   *
   * @param now green, flag, block or unknown under its mailbox's threshold of today
   * @param then the same under the thresholds tried out
   */
  public record Changed(
      String id, String domain, @Nullable Double riskScore, String now, String then) {}

  /**
   * The comparison.
   *
   * @param messages how many were looked at, the latest
   * @param now how many of them are green, flag, block and unknown today; {@code then} likewise
   * @param changed at most 100 of those that differ
   */
  public record Outcome(
      int messages,
      Map<String, Long> now,
      Map<String, Long> then,
      int changedCount,
      List<Changed> changed) {}

  /**
   * Compares; inside a transaction.
   *
   * @param threshold to try, in thousandths
   * @param flagFrom likewise, where it is not to stay the tenant's own
   * @param since milliseconds since 1970
   */
  public Outcome compare(String tenantId, int threshold, OptionalInt flagFrom, long since) {
    List<Changed> all = new ArrayList<>();
    int today = standards.of(tenantId).flagFrom();
    var tried = new RiskStandard(flagFrom.orElse(today), threshold);
    var messages =
        rows.createQuery(
                "SELECT m FROM MessageRow m WHERE m.tenantId = :tenant"
                    + " AND m.direction = :outbound AND m.createdAt >= :since ORDER BY m.id DESC",
                MessageRow.class)
            .setParameter("tenant", tenantId)
            .setParameter("outbound", Direction.OUTBOUND)
            .setParameter("since", since)
            .setMaxResults(MESSAGES_MAX)
            .getResultList();
    for (int from = 0; from < messages.size(); from += BATCH) {
      all.addAll(
          compare(messages.subList(from, Math.min(messages.size(), from + BATCH)), today, tried));
    }
    var changed = all.stream().filter(each -> !each.now().equals(each.then())).toList();
    return new Outcome(
        all.size(),
        all.stream().collect(Collectors.groupingBy(Changed::now, Collectors.counting())),
        all.stream().collect(Collectors.groupingBy(Changed::then, Collectors.counting())),
        changed.size(),
        changed.stream().limit(LISTED_MAX).toList());
  }

  private List<Changed> compare(List<MessageRow> messages, int flagFrom, RiskStandard tried) {
    var judged =
        domains.rows(messages.stream().map(MessageRow::id).toList()).stream()
            .collect(Collectors.groupingBy(MessageDomainRow::messageId));
    return messages.stream()
        .filter(message -> judged.containsKey(message.id()))
        .map(
            message ->
                compare(message, judged.getOrDefault(message.id(), List.of()), flagFrom, tried))
        .toList();
  }

  private static Changed compare(
      MessageRow message, List<MessageDomainRow> judged, int flagFrom, RiskStandard tried) {
    int today = message.mailbox().mailbox().policy().riskThreshold();
    List<Risk> risks = judged.stream().map(MessageDomainRow::risk).toList();
    Risk then = DomainScore.worst(tried.blockAbove(), risks);
    return new Changed(
        message.id(),
        judged.getFirst().domain(),
        then instanceof Risk.Known(int score) ? score / 1000.0 : null,
        band(DomainScore.worst(today, risks), flagFrom, today),
        band(then, tried.flagFrom(), tried.blockAbove()));
  }

  private static String band(Risk risk, int flagFrom, int threshold) {
    RiskBand band = DomainScore.band(risk, flagFrom, threshold);
    return band.wire();
  }
}
