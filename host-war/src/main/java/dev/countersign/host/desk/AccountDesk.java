package dev.countersign.host.desk;

import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.keys.KeyRow;
import dev.countersign.host.keys.Keys;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.retention.AccountErasure;
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
  @Inject CodeDesk codes;
  @Inject AccountErasure erasure;
  @Inject Records records;
  @Inject InstantSource time;
  @Inject Event<Deleted> deleted;

  /** Nobody can call for this tenant any more; observers hear of it after the commit. */
  public record Deleted(String tenantId) {}

  /**
   * Deletes the account, or asks for the code for that.
   *
   * @param code empty in the first step
   */
  public Coded<TenantRow> delete(Speaker.KeyHolder speaker, Optional<String> code) {
    return transactions.run(
        () -> {
          var tenant = held(speaker);
          var entry = records.entry(speaker, Action.DELETE_ACCOUNT).on(tenant.id());
          var caller = callers.of(speaker);
          // No code is mailed for what a hold will refuse; whoever may not ask hears nothing of it.
          if (new AskedOfTenant.Operate(caller).answer() instanceof Decision.Allowed<Boolean>) {
            checkHolds(tenant);
          }
          return codes.confirmed(
              speaker,
              CodedAct.of(
                  tenant.id(),
                  Action.DELETE_ACCOUNT,
                  new Members().with("account", tenant.id()).with("name", tenant.name())),
              code,
              entry,
              () -> ended(tenant, caller, time.millis()));
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

  private void checkHolds(TenantRow tenant) {
    long held = holds.inForce(tenant.id());
    if (held > 0) {
      throw Problem.of(
          ErrorCode.LEGAL_HOLD,
          "Legal holds are in force on this account: " + held + "; lift them first.");
    }
  }
}
