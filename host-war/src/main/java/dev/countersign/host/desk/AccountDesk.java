package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.retention.AccountErasure;
import dev.countersign.host.retention.DeletionCodes;
import dev.countersign.host.retention.LegalHolds;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.TenantRow;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.TenantCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Giving a tenant up, in two steps: a code goes to the overseer, and the call that brings it back
 * ends everything but the ledger. The kernel is asked for each part of it.
 */
@ApplicationScoped
public class AccountDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Tenants tenants;
  @Inject Mailboxes mailboxes;
  @Inject Keys keys;
  @Inject LegalHolds holds;
  @Inject DeletionCodes codes;
  @Inject AccountErasure erasure;
  @Inject Records records;
  @Inject InstantSource time;
  @Inject Event<Deleted> deleted;

  /** Nobody can call for this tenant any more; observers hear of it after the commit. */
  public record Deleted(String tenantId) {}

  /**
   * A code, and where it has to go.
   *
   * @param sender domain of the tenant's own mail, where it has any
   */
  public record Asked(String code, String overseerAddress, Optional<String> sender) {}

  /** The first step. */
  public Decision<Asked> ask(Speaker speaker) {
    return transactions.run(() -> asked(speaker));
  }

  private Decision<Asked> asked(Speaker speaker) {
    var tenant = held(speaker);
    return records.operated(
        speaker,
        entry(speaker),
        () -> {
          long now = time.millis();
          checkHolds(tenant);
          codes
              .wait(tenant.id(), now)
              .ifPresent(
                  left -> {
                    throw Problem.rateLimited("A code was sent a moment ago; use that.", left);
                  });
          var sender =
              mailboxes.all(tenant.id(), 1).stream()
                  .map(box -> box.address().substring(box.address().lastIndexOf('@') + 1))
                  .findFirst();
          return new Decision.Allowed<>(
              new Asked(codes.make(tenant.id(), now), overseer(tenant), sender));
        });
  }

  /** The second step. */
  public Decision<TenantRow> delete(Speaker speaker, String code) {
    return transactions.run(() -> deleted(speaker, code));
  }

  private Decision<TenantRow> deleted(Speaker speaker, String code) {
    var tenant = held(speaker);
    return records.operated(
        speaker,
        entry(speaker),
        () -> {
          long now = time.millis();
          checkHolds(tenant);
          if (!codes.pending(tenant.id(), now)) {
            return new Decision.Refused<>(Refusal.NOT_FOUND);
          }
          if (!codes.matches(tenant.id(), code, now)) {
            return new Decision.Refused<>(Refusal.WRONG_CODE);
          }
          return ended(tenant, callers.of(speaker), now);
        });
  }

  private Decision<TenantRow> ended(TenantRow tenant, Caller caller, long now) {
    var stop = new AskedOfTenant.Stop(tenant.suspended(), caller, new TenantCall.SuspendAll());
    if (stop.answer() instanceof Decision.Refused<Boolean>(Refusal why)) {
      return new Decision.Refused<>(why);
    }
    for (MailboxRow box : mailboxes.all(tenant.id(), Integer.MAX_VALUE)) {
      switch (Authority.step(now, box.mailbox(), box.no(), caller, new MailboxCall.Remove())) {
        case Decision.Refused<Mailbox>(Refusal why) -> {
          return new Decision.Refused<>(why);
        }
        case Decision.Allowed<Mailbox>(Mailbox removed) -> box.become(removed);
      }
    }
    for (KeyRow key : keys.all(tenant.id(), Integer.MAX_VALUE)) {
      switch (Authority.revokeKey(now, key.key(), key.no(), caller, new Presented.None())) {
        case Decision.Refused<Key>(Refusal why) -> {
          return new Decision.Refused<>(why);
        }
        case Decision.Allowed<Key>(Key revoked) -> key.become(revoked);
      }
    }
    tenant.become(true);
    tenant.delete(now);
    erasure.erase(tenant.id());
    deleted.fire(new Deleted(tenant.id()));
    return new Decision.Allowed<>(tenant);
  }

  private TenantRow held(Speaker speaker) {
    tenants.hold(speaker.tenantId());
    return tenants.tenant(speaker.tenantId());
  }

  private LedgerEntry entry(Speaker speaker) {
    return records.entry(speaker, Action.DELETE_ACCOUNT).on(speaker.tenantId());
  }

  private void checkHolds(TenantRow tenant) {
    long held = holds.inForce(tenant.id());
    if (held > 0) {
      throw Problem.of(
          ErrorCode.LEGAL_HOLD,
          "Legal holds are in force on this account: " + held + "; lift them first.");
    }
  }

  private String overseer(TenantRow tenant) {
    var person = tenant.overseerNo();
    var address = person.isPresent() ? tenants.principal(person.getAsLong()).address() : null;
    if (address == null) {
      throw Problem.of(ErrorCode.UNAVAILABLE, "There is no overseer to send the code to.");
    }
    return address;
  }
}
