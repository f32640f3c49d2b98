package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.RunId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.PayloadErasure;
import dev.countersign.host.messages.ContentErasure;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.retention.Erased;
import dev.countersign.host.retention.RetentionPolicies;
import dev.countersign.host.retention.RetentionRuns;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.host.webhooks.Deliveries;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Carries out what the operator's policy says, as the clock: erases what is past its time, a batch
 * in a transaction with its run and its ledger entry.
 */
@ApplicationScoped
public class ErasingDesk {
  /** The log of callers who did not say who they are; it has no operator, so the defaults count. */
  public static final String SERVER = "server";

  private static final String END = "~";

  @Inject Transactions transactions;
  @Inject Tenants tenants;
  @Inject Messages messages;
  @Inject ContentErasure contents;
  @Inject PayloadErasure payloads;
  @Inject Deliveries deliveries;
  @Inject RetentionPolicies policies;
  @Inject RetentionRuns runs;
  @Inject Records records;
  @Inject Views views;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** How far a sweep over what is past its time has come: ids of a message and of an entry. */
  public record Place(String message, String entry) {
    public static final Place START = new Place("", "");
  }

  /** What a batch looked at. */
  private record Batch(
      List<MessageRow> messages, List<PayloadErasure.Due> payloads, List<String> deliveries) {
    boolean isEmpty() {
      return messages.isEmpty() && payloads.isEmpty() && deliveries.isEmpty();
    }

    boolean isFull(int limit) {
      return messages.size() == limit || payloads.size() == limit || deliveries.size() == limit;
    }
  }

  /**
   * One batch from this place on.
   *
   * @param log a tenant's id, or {@link #SERVER}
   * @return where to go on; empty at the end
   */
  public Optional<Place> erase(String log, Place from) {
    if (transactions.run(() -> nothingAfter(log, from))) {
      return Optional.empty();
    }
    return transactions.run(() -> erased(log, from));
  }

  // Without the tenant's lock: most looks find nothing, and need not be in anybody's way.
  private boolean nothingAfter(String log, Place from) {
    return batch(log, from, 1).isEmpty();
  }

  private Optional<Place> erased(String log, Place from) {
    tenant(log).ifPresent(row -> tenants.hold(row.id()));
    long now = time.millis();
    int limit = limits.count(Limit.RETENTION_BATCH_COUNT);
    var clock = new Speaker.Part(log, Role.CLOCK, "erase_" + RunId.mint().ulid());
    if (Authority.tick(runs.lastAt(log), Caller.system(Role.CLOCK), now)
        instanceof Decision.Refused<Long> refused) {
      records.recorded(records.entry(clock, Action.ERASE_EXPIRED), refused);
      return Optional.empty();
    }
    var batch = batch(log, from, limit);
    boolean deleted = tenant(log).map(TenantRow::deleted).orElse(false);
    var content = batch.messages().stream().filter(row -> deleted || ended(row)).toList();
    var beside = batch.payloads().stream().filter(due -> deleted || ended(due)).toList();
    contents.erase(content, sentence(now), now);
    payloads.erase(beside, sentence(now), now);
    deliveries.erase(batch.deliveries());
    var erased = new Erased(content.size(), beside.size(), batch.deliveries().size());
    if (erased.any()) {
      var run = runs.add(log, now, erased).toString();
      records.recorded(
          records.entry(clock, Action.ERASE_EXPIRED).on(run), new Decision.Allowed<>(erased));
    }
    return batch.isFull(limit) ? Optional.of(after(batch, limit)) : Optional.empty();
  }

  private Batch batch(String log, Place from, int limit) {
    var tenant = tenant(log);
    var policy = tenant.map(policies::inForce).orElseGet(policies::byDefault);
    long content = before(policy.contentDays());
    boolean deleted = tenant.map(TenantRow::deleted).orElse(false);
    return new Batch(
        deleted
            ? contents.left(log, content, from.message(), limit)
            : contents.due(log, content, from.message(), limit),
        payloads.due(log, before(policy.ledgerPersonalDays()), from.entry(), limit),
        deliveries.due(log, before(policy.webhookHistoryDays()), limit));
  }

  private long before(int days) {
    return time.millis() - Duration.ofDays(days).toMillis();
  }

  private static Place after(Batch batch, int limit) {
    return new Place(
        batch.messages().size() == limit ? batch.messages().getLast().id() : END,
        batch.payloads().size() == limit ? batch.payloads().getLast().entryId() : END);
  }

  private Optional<TenantRow> tenant(String log) {
    return log.equals(SERVER) ? Optional.empty() : Optional.of(tenants.tenant(log));
  }

  /** The kernel's word: nothing is owed to it, and nobody is to decide about it. */
  private boolean ended(MessageRow row) {
    var view = views.of(row.mailbox());
    return Oversight.work(view, row.message()) instanceof Work.None
        && !Oversight.awaitsDecision(view, row.message());
  }

  private boolean ended(PayloadErasure.Due due) {
    return Optional.ofNullable(due.objectId())
        .flatMap(EmailId::parse)
        .flatMap(messages::find)
        .map(row -> row.erasedAt() != null || (!contents.waits(row) && ended(row)))
        .orElse(true);
  }

  private static String sentence(long now) {
    return "Erased under the retention policy on "
        + LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC)
        + ".";
  }
}
