package dev.countersign.host.webhooks;

import dev.countersign.host.ids.DeliveryId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What became of one event on its way to one webhook. */
@Entity
@Table(name = "webhook_deliveries")
public class DeliveryRow {
  static final String PENDING = "pending";
  static final String DELIVERED = "delivered";
  static final String FAILED = "failed";

  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  @Column(name = "webhook_id")
  private String webhookId = "";

  private String url = "";

  @Column(name = "event_id")
  private String eventId = "";

  @Column(name = "event_type")
  private String eventType = "";

  @Column(name = "log_index")
  private long logIndex;

  private String status = PENDING;
  private int attempts;

  @Column(name = "response_status")
  private @Nullable Integer responseStatus;

  private @Nullable String failure;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "last_attempt_at")
  private long lastAttemptAt;

  protected DeliveryRow() {}

  DeliveryRow(WebhookRow webhook, Event event, long now) {
    id = DeliveryId.mint().toString();
    tenantId = webhook.tenantId();
    webhookId = webhook.id();
    url = webhook.url();
    eventId = event.id();
    eventType = event.type().wire();
    logIndex = event.logIndex();
    createdAt = now;
  }

  void tried(Attempt attempt, long now) {
    attempts++;
    lastAttemptAt = now;
    responseStatus = attempt.status();
    failure = attempt.failure();
    status = attempt.arrived() ? DELIVERED : PENDING;
  }

  public String id() {
    return id;
  }

  public String webhookId() {
    return webhookId;
  }

  public String url() {
    return url;
  }

  public String eventId() {
    return eventId;
  }

  public String eventType() {
    return eventType;
  }

  public long logIndex() {
    return logIndex;
  }

  public String status() {
    return status;
  }

  public int attempts() {
    return attempts;
  }

  public @Nullable Integer responseStatus() {
    return responseStatus;
  }

  public @Nullable String failure() {
    return failure;
  }

  public long createdAt() {
    return createdAt;
  }

  public long lastAttemptAt() {
    return lastAttemptAt;
  }
}
