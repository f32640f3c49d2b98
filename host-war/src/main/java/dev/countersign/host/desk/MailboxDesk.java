package dev.countersign.host.desk;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.storage.Transactions;
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
import java.util.Optional;
import java.util.function.Consumer;

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
    return transactions.run(() -> called(speaker, id, call));
  }

  private Decision<MailboxRow> called(Speaker speaker, MailboxId id, MailboxCall call) {
    var found = mailboxes.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return records.notFound(speaker, CallName.of(call), id.toString());
    }
    var row = found.get();
    var before = LedgerEntry.InForce.of(row);
    Decision<MailboxRow> decision =
        switch (Authority.step(time.millis(), row.mailbox(), row.no(), callers.of(speaker), call)) {
          case Decision.Refused<Mailbox>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Mailbox>(Mailbox next) -> {
            row.become(next);
            outbox.wake(row, time.millis());
            yield new Decision.Allowed<>(row);
          }
        };
    return records.recorded(speaker, CallName.of(call), id.toString(), before, decision);
  }
}
