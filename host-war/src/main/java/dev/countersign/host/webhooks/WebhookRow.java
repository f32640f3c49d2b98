package dev.countersign.host.webhooks;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ids.WebhookId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: which events go where, and how far along the log it has come. Its secret is not
 * here; {@link WebhookSecrets} derives it.
 */
@Entity
@Table(name = "webhooks")
public class WebhookRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String url = "";
  private String events = "";

  @Column(name = "mailbox_id")
  private @Nullable String mailboxId;

  @Enumerated(EnumType.STRING)
  private EntryFormat format = EntryFormat.PLAIN;

  @Column(name = "secret_sha256")
  private String secretSha256 = "";

  @Column(name = "created_at")
  private long createdAt;

  private long position;
  private int part;
  private int attempts;

  @Column(name = "failing_since")
  private @Nullable Long failingSince;

  @Column(name = "disabled_at")
  private @Nullable Long disabledAt;

  @Column(name = "due_at")
  private long dueAt;

  @Column(name = "lease_until")
  private long leaseUntil;

  @Column(name = "lease_owner")
  private @Nullable String leaseOwner;

  protected WebhookRow() {}

  WebhookRow(
      WebhookId id, String tenantId, Wanted wanted, String secretSha256, long position, long now) {
    this.id = id.toString();
    this.tenantId = tenantId;
    this.url = wanted.url().toString();
    this.events =
        wanted.events().stream().map(EventType::wire).sorted().collect(Collectors.joining(","));
    this.mailboxId = wanted.mailbox().map(MailboxId::toString).orElse(null);
    this.format = wanted.format();
    this.secretSha256 = secretSha256;
    this.createdAt = now;
    this.position = position;
  }

  /**
   * What somebody subscribes to.
   *
   * @param mailbox whose events; empty for the tenant's
   */
  public record Wanted(
      URI url, Set<EventType> events, Optional<MailboxId> mailbox, EntryFormat format) {}

  /** From here on, once more or for the first time, whatever went wrong before. */
  void resume(long from) {
    position = from;
    resume();
  }

  void resume() {
    part = 0;
    attempts = 0;
    failingSince = null;
    disabledAt = null;
    dueAt = 0;
  }

  /** The first event that has not arrived is the one after {@code part} others of this entry. */
  void reached(long entry, int others) {
    position = entry;
    part = others;
    attempts = 0;
    failingSince = null;
  }

  void failed(long now, long nextTry) {
    attempts++;
    dueAt = nextTry;
    failingSince = failingSince == null ? Long.valueOf(now) : failingSince;
  }

  /** Nobody serves it any more, so that it can be taken up at once when it is resumed. */
  void disable(long now) {
    disabledAt = now;
    leaseUntil = 0;
    leaseOwner = null;
  }

  boolean take(String node, long now, long until) {
    boolean free = disabledAt == null && leaseUntil <= now && dueAt <= now;
    if (free) {
      leaseOwner = node;
      leaseUntil = until;
    }
    return free;
  }

  /** Whoever has had a turn is the last in the queue. */
  void release(long now) {
    dueAt = Math.max(dueAt, now);
    leaseUntil = 0;
    leaseOwner = null;
  }

  boolean heldBy(String node, long now) {
    return node.equals(leaseOwner) && leaseUntil > now && disabledAt == null;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String url() {
    return url;
  }

  public Set<EventType> events() {
    return Arrays.stream(events.split(","))
        .flatMap(wire -> EventType.ofWire(wire).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
  }

  public @Nullable String mailboxId() {
    return mailboxId;
  }

  public EntryFormat format() {
    return format;
  }

  String secretSha256() {
    return secretSha256;
  }

  public long createdAt() {
    return createdAt;
  }

  /** The log index of the first entry whose events have not all arrived. */
  public long position() {
    return position;
  }

  /** How many events of that entry have arrived. */
  int part() {
    return part;
  }

  public int attempts() {
    return attempts;
  }

  public @Nullable Long failingSince() {
    return failingSince;
  }

  public @Nullable Long disabledAt() {
    return disabledAt;
  }
}
