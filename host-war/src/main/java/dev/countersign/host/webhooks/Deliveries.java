package dev.countersign.host.webhooks;

import dev.countersign.host.ids.DeliveryId;
import dev.countersign.host.ids.WebhookId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The history of deliveries, as much of it as is kept. */
@ApplicationScoped
public class Deliveries {
  private static final String LAST = "whd_" + "Z".repeat(26);

  @PersistenceContext EntityManager rows;

  /** A tenant's, newest first, from the one after {@code cursor} on. */
  public List<DeliveryRow> newest(
      String tenantId, Optional<WebhookId> webhook, Optional<DeliveryId> cursor, int limit) {
    var query =
        rows.createQuery(
                "SELECT d FROM DeliveryRow d WHERE d.tenantId = :tenant AND d.id < :cursor"
                    + (webhook.isPresent() ? " AND d.webhookId = :webhook" : "")
                    + " ORDER BY d.id DESC",
                DeliveryRow.class)
            .setParameter("tenant", tenantId)
            .setParameter("cursor", cursor.map(DeliveryId::toString).orElse(LAST))
            .setMaxResults(limit);
    webhook.ifPresent(of -> query.setParameter("webhook", of.toString()));
    return query.getResultList();
  }

  /**
   * Ids of a tenant's deliveries that ended and are past their time, unless all of the tenant is
   * held.
   *
   * @param before milliseconds since 1970: begun then or earlier
   */
  public List<String> due(String tenantId, long before, int limit) {
    return rows.createQuery(
            "SELECT d.id FROM DeliveryRow d WHERE d.tenantId = :tenant AND d.createdAt <= :before"
                + " AND d.status <> :pending AND NOT EXISTS (SELECT 1 FROM LegalHoldRow h"
                + " WHERE h.tenantId = :tenant AND h.liftedAt IS NULL"
                + " AND h.mailboxId IS NULL AND h.messageId IS NULL) ORDER BY d.id",
            String.class)
        .setParameter("tenant", tenantId)
        .setParameter("before", before)
        .setParameter("pending", DeliveryRow.PENDING)
        .setMaxResults(limit)
        .getResultList();
  }

  public void erase(List<String> ids) {
    if (!ids.isEmpty()) {
      rows.createQuery("DELETE FROM DeliveryRow d WHERE d.id IN :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  /** Notes one more try of this event. */
  void tried(WebhookRow webhook, Event event, Attempt attempt, long now) {
    var row = pending(webhook, event).orElseGet(() -> new DeliveryRow(webhook, event, now));
    row.tried(attempt, now);
    rows.persist(row);
  }

  private Optional<DeliveryRow> pending(WebhookRow webhook, Event event) {
    return rows.createQuery(
            "SELECT d FROM DeliveryRow d WHERE d.webhookId = :webhook AND d.status = :pending"
                + " AND d.eventId = :event",
            DeliveryRow.class)
        .setParameter("webhook", webhook.id())
        .setParameter("pending", DeliveryRow.PENDING)
        .setParameter("event", event.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Forgets all but the newest. */
  void prune(WebhookRow webhook, int kept) {
    rows.createQuery(
            "SELECT d.id FROM DeliveryRow d WHERE d.webhookId = :webhook ORDER BY d.id DESC",
            String.class)
        .setParameter("webhook", webhook.id())
        .setFirstResult(kept)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .ifPresent(last -> forget(webhook, last));
  }

  private void forget(WebhookRow webhook, String last) {
    rows.createQuery("DELETE FROM DeliveryRow d WHERE d.webhookId = :webhook AND d.id <= :last")
        .setParameter("webhook", webhook.id())
        .setParameter("last", last)
        .executeUpdate();
  }
}
