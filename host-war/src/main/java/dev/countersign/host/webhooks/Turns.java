package dev.countersign.host.webhooks;

import dev.countersign.host.ids.WebhookId;
import dev.countersign.host.ledger.LedgerRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may deliver for a webhook now, and how far it has come. One node at a time has the turn, so
 * that events arrive in order; its steps count only while it has.
 */
@ApplicationScoped
public class Turns {
  @PersistenceContext EntityManager rows;
  @Inject Webhooks webhooks;
  @Inject Deliveries deliveries;

  /** A webhook that somebody may take a turn for. */
  public record Due(WebhookId webhook, String tenantId) {}

  /** Those with something before them, that waited longest first. */
  List<Due> due(long now, int limit) {
    return rows.createQuery(
            "SELECT w FROM WebhookRow w WHERE w.disabledAt IS NULL AND w.dueAt <= :now"
                + " AND w.leaseUntil <= :now AND EXISTS (SELECT e.id FROM LedgerRow e"
                + " WHERE e.tenantId = w.tenantId AND e.logIndex >= w.position)"
                + " ORDER BY w.dueAt, w.id",
            WebhookRow.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .flatMap(row -> WebhookId.parse(row.id()).map(id -> new Due(id, row.tenantId())).stream())
        .toList();
  }

  Optional<WebhookRow> take(WebhookId id, String node, long now, long until) {
    return webhooks.held(id.toString()).filter(row -> row.take(node, now, until));
  }

  /**
   * What lies before a webhook, in the order of the log. Entries come in without gaps, so that none
   * is passed over that only shows later.
   */
  List<LedgerRow> before(WebhookRow webhook, int limit) {
    var found =
        rows.createQuery(
                "SELECT e FROM LedgerRow e WHERE e.tenantId = :tenant AND e.logIndex >= :position"
                    + " ORDER BY e.logIndex",
                LedgerRow.class)
            .setParameter("tenant", webhook.tenantId())
            .setParameter("position", webhook.position())
            .setMaxResults(limit)
            .getResultList();
    List<LedgerRow> entries = new ArrayList<>();
    for (var entry : found) {
      if (entry.logIndex() == null || entry.logIndex() != webhook.position() + entries.size()) {
        break;
      }
      entries.add(entry);
    }
    return entries;
  }

  /**
   * Goes on from {@code was} to another place in the log.
   *
   * @return the webhook there; empty if the turn is somebody else's by now, or it was sent
   *     elsewhere
   */
  Optional<WebhookRow> reached(WebhookRow was, String node, long now, long entry, int others) {
    var row = mine(was, node, now);
    row.ifPresent(here -> here.reached(entry, others));
    return row;
  }

  /** Notes a try that failed. */
  Optional<WebhookRow> failed(WebhookRow was, String node, long now, long nextTry) {
    var row = mine(was, node, now);
    row.ifPresent(here -> here.failed(now, nextTry));
    return row;
  }

  private Optional<WebhookRow> mine(WebhookRow was, String node, long now) {
    return webhooks
        .held(was.id())
        .filter(row -> row.heldBy(node, now))
        .filter(row -> row.position() == was.position() && row.part() == was.part());
  }

  void giveBack(WebhookRow was, String node, long now, int historyKept) {
    webhooks
        .held(was.id())
        .ifPresent(
            row -> {
              if (row.heldBy(node, now)) {
                row.release(now);
              }
              deliveries.prune(row, historyKept);
            });
  }

  /** At start: this node's own turns are from before a crash. */
  void expireTurnsOf(String node) {
    rows.createQuery("UPDATE WebhookRow w SET w.leaseUntil = 0 WHERE w.leaseOwner = :node")
        .setParameter("node", node)
        .executeUpdate();
  }
}
