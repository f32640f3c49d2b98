package dev.countersign.host.webhooks;

import dev.countersign.host.ids.WebhookId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Subscriptions in the database. A tenant finds its own and no others. */
@ApplicationScoped
public class Webhooks {
  @PersistenceContext EntityManager rows;
  @Inject WebhookSecrets secrets;

  /** A new subscription with the secret that is shown this once. */
  public record Made(WebhookRow webhook, String secret) {}

  public Made add(WebhookId id, String tenantId, WebhookRow.Wanted wanted, long from, long now) {
    var secret = secrets.of(id.toString());
    var row = new WebhookRow(id, tenantId, wanted, WebhookSecrets.sha256(secret), from, now);
    rows.persist(row);
    return new Made(row, secret);
  }

  public Optional<WebhookRow> find(String tenantId, WebhookId id) {
    return Optional.ofNullable(rows.find(WebhookRow.class, id.toString()))
        .filter(row -> row.tenantId().equals(tenantId));
  }

  /** To change it: whoever delivers waits meanwhile. */
  Optional<WebhookRow> held(String id) {
    return Optional.ofNullable(rows.find(WebhookRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public List<WebhookRow> all(String tenantId, int limit) {
    return rows.createQuery(
            "SELECT w FROM WebhookRow w WHERE w.tenantId = :tenant ORDER BY w.id", WebhookRow.class)
        .setParameter("tenant", tenantId)
        .setMaxResults(limit)
        .getResultList();
  }

  public long count(String tenantId) {
    return rows.createQuery(
            "SELECT COUNT(w) FROM WebhookRow w WHERE w.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenantId)
        .getSingleResult();
  }

  /** From this place in the log on, once more or for the first time. */
  public Optional<WebhookRow> resume(String tenantId, WebhookId id, Optional<Long> from) {
    var found = find(tenantId, id).flatMap(row -> held(row.id()));
    found.ifPresent(row -> from.ifPresentOrElse(row::resume, row::resume));
    found.ifPresent(row -> giveUpPending(row.id()));
    return found;
  }

  public Optional<WebhookRow> remove(String tenantId, WebhookId id) {
    var found = find(tenantId, id).flatMap(row -> held(row.id()));
    found.ifPresent(rows::remove);
    return found;
  }

  private void giveUpPending(String webhookId) {
    rows.createQuery(
            "UPDATE DeliveryRow d SET d.status = :failed"
                + " WHERE d.webhookId = :webhook AND d.status = :pending")
        .setParameter("failed", DeliveryRow.FAILED)
        .setParameter("webhook", webhookId)
        .setParameter("pending", DeliveryRow.PENDING)
        .executeUpdate();
  }
}
