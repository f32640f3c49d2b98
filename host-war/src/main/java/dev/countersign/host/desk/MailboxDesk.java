package dev.countersign.host.desk;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Mailboxes: creating them, and every call on one. */
@ApplicationScoped
public class MailboxDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Mailboxes mailboxes;
  @Inject Numbers numbers;
  @Inject Outbox outbox;
  @Inject People people;
  @Inject Records records;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject InstantSource time;

  /**
   * Makes a mailbox for an address that no mailbox ever had.
   *
   * @param address in lower case, without a display name
   * @param approverAddress whose approval counts here; empty for the tenant's overseer
   * @param alongside more to set on the new row, when the kernel allows it
   */
  public Decision<MailboxRow> create(
      Speaker speaker,
      String address,
      Optional<String> approverAddress,
      Mode mode,
      Policy policy,
      Consumer<MailboxRow> alongside) {
    return transactions.run(
        () -> created(speaker, address, approverAddress, mode, policy, alongside));
  }

  private Decision<MailboxRow> created(
      Speaker speaker,
      String address,
      Optional<String> approverAddress,
      Mode mode,
      Policy policy,
      Consumer<MailboxRow> alongside) {
    tenants.hold(speaker.tenantId());
    long now = time.millis();
    long no = numbers.next();
    var decision =
        Authority.createMailbox(
            now,
            mailboxes.taken(address),
            callers.of(speaker),
            no,
            mode,
            policy,
            new Presented.None());
    return switch (decision) {
      case Decision.Refused<Mailbox>(Refusal why) ->
          records.recorded(speaker, "create_mailbox", address, null, new Decision.Refused<>(why));
      case Decision.Allowed<Mailbox>(Mailbox next) -> {
        var approver = people.approver(speaker.tenantId(), approverAddress);
        var row = new MailboxRow(no, MailboxId.mint(), address, approver, next, now);
        alongside.accept(row);
        mailboxes.add(row);
        yield records.recorded(
            speaker,
            "create_mailbox",
            row.id(),
            LedgerEntry.InForce.of(row),
            new Decision.Allowed<>(row));
      }
    };
  }

  public Decision<MailboxRow> call(Speaker speaker, MailboxId id, MailboxCall call) {
    return transactions.run(
        () -> changed(speaker, id, CallName.of(call), box -> List.of(call), null, row -> {}));
  }

  /**
   * Several calls that happen together or not at all, with one ledger entry.
   *
   * @param calls what to ask of the mailbox as it is, in order
   * @param note what was asked for, for the ledger
   * @param alongside more to set on the row, when the kernel allows all of it
   */
  public Decision<MailboxRow> change(
      Speaker speaker,
      MailboxId id,
      Function<Mailbox, List<MailboxCall>> calls,
      String note,
      Consumer<MailboxRow> alongside) {
    return transactions.run(() -> changed(speaker, id, "update_mailbox", calls, note, alongside));
  }

  private Decision<MailboxRow> changed(
      Speaker speaker,
      MailboxId id,
      String action,
      Function<Mailbox, List<MailboxCall>> calls,
      @Nullable String note,
      Consumer<MailboxRow> alongside) {
    tenants.hold(speaker.tenantId());
    var found = mailboxes.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return records.notFound(speaker, action, id.toString());
    }
    var row = found.get();
    var before = LedgerEntry.InForce.of(row);
    Decision<MailboxRow> decision =
        switch (all(speaker, row, calls.apply(row.mailbox()))) {
          case Decision.Refused<Mailbox>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Mailbox>(Mailbox next) -> {
            boolean changed = !next.equals(row.mailbox());
            row.become(next);
            alongside.accept(row);
            if (changed) {
              outbox.wake(views.of(row), row);
            }
            yield new Decision.Allowed<>(row);
          }
        };
    return records.recorded(speaker, action, id.toString(), before, decision, note);
  }

  /** The mailbox after all of the calls, or the first refusal. */
  private Decision<Mailbox> all(Speaker speaker, MailboxRow row, List<MailboxCall> calls) {
    var caller = callers.of(speaker);
    var next = row.mailbox();
    for (var call : calls) {
      switch (Authority.step(time.millis(), next, row.no(), caller, call)) {
        case Decision.Refused<Mailbox> refused -> {
          return refused;
        }
        case Decision.Allowed<Mailbox>(Mailbox after) -> next = after;
      }
    }
    return new Decision.Allowed<>(next);
  }
}
