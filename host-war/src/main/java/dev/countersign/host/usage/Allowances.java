package dev.countersign.host.usage;

import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.tenants.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How many messages a tenant may hand in this month, and a new mailbox today. They are counted
 * where they are stored, so that all nodes agree, and one that ends unsent counts no more.
 */
@ApplicationScoped
public class Allowances {
  @Inject MessageCounts counts;
  @Inject Limits limits;

  /** Nothing more for now, with the answer that says so. */
  public record Reached(ErrorCode code, Problem problem) {}

  /** {@return messages in a month; 0 for any number} */
  public long quota(TenantRow tenant) {
    var own = tenant.monthlyQuota();
    return own == null ? limits.value(Limit.MONTHLY_MESSAGES_COUNT) : own;
  }

  /** {@return days for which a new mailbox is held to the ramp; 0 for not at all} */
  public long warmupDays(TenantRow tenant) {
    var own = tenant.warmupDays();
    return own == null ? limits.value(Limit.WARMUP_DAYS) : own;
  }

  /** Is there anything to be counted before a message is taken in? */
  public boolean counted(TenantRow tenant) {
    return quota(tenant) > 0 || warmupDays(tenant) > 0;
  }

  /** Inside the transaction that would take one more message in, with the tenant held. */
  public Optional<Reached> reached(TenantRow tenant, MailboxRow box, long now) {
    return overQuota(tenant, now).or(() -> overRamp(tenant, box, now));
  }

  private Optional<Reached> overQuota(TenantRow tenant, long now) {
    long quota = quota(tenant);
    if (quota == 0) {
      return Optional.empty();
    }
    long sent = counts.ofTenant(tenant.id(), Calendar.monthOf(now));
    if (sent < quota) {
      return Optional.empty();
    }
    var problem =
        later(
                ErrorCode.QUOTA_EXCEEDED,
                String.format(
                    Locale.ROOT,
                    "The monthly quota of %d messages is used up; mail that comes in is not"
                        + " affected. Wait for the first of the month, or have an operator raise"
                        + " it.",
                    quota),
                Calendar.monthAfter(now) - now)
            .with("monthly_email_quota", quota)
            .with("emails_sent_this_month", sent);
    return Optional.of(new Reached(ErrorCode.QUOTA_EXCEEDED, problem));
  }

  private Optional<Reached> overRamp(TenantRow tenant, MailboxRow box, long now) {
    var stage = Ramp.stage(now - box.createdAt(), warmupDays(tenant));
    if (stage.isEmpty()) {
      return Optional.empty();
    }
    long most = limits.value(stage.get().limit());
    long sent = counts.ofMailbox(box, Calendar.dayOf(now));
    if (sent < most) {
      return Optional.empty();
    }
    var problem =
        later(
                ErrorCode.WARMUP_LIMIT,
                String.format(
                    Locale.ROOT,
                    "This mailbox is new and may send %d messages a day for now.",
                    most),
                Calendar.dayAfter(now) - now)
            .with("warmup_stage", stage.get().wire())
            .with("daily_sent", sent)
            .with("daily_limit", most)
            .with("hint", "Wait for the next day (UTC), or have an operator set warmup_days.");
    return Optional.of(new Reached(ErrorCode.WARMUP_LIMIT, problem));
  }

  private static Problem later(ErrorCode code, String sentence, long waitMillis) {
    long seconds = Math.max(1, Duration.ofMillis(waitMillis).plusMillis(999).toSeconds());
    return Problem.of(code, sentence).header("Retry-After", Long.toString(seconds));
  }

  /** {@return how many messages count against this month's quota} */
  public long sentThisMonth(TenantRow tenant, Instant now) {
    return counts.ofTenant(tenant.id(), Calendar.monthOf(now.toEpochMilli()));
  }
}
