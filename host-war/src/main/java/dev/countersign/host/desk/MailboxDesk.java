package dev.countersign.host.desk;

import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.desk.asked.Actions;
import dev.countersign.host.desk.asked.AskedOfMailbox;
import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Numbers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Purpose;
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
  @Inject CodeDesk codes;
  @Inject Mailboxes mailboxes;
  @Inject Numbers numbers;
  @Inject Outbox outbox;
  @Inject People people;
  @Inject Records records;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject InstantSource time;

  /**
   * A mailbox that somebody wants, for an address that no mailbox ever had.
   *
   * @param address in lower case, without a display name
   * @param approverAddress whose approval counts here; empty for the tenant's overseer
   * @param exactly all that was asked for, where a code is to stand for it
   * @param alongside more to set on the new row, when the kernel allows it
   */
  public record Wanted(
      String address,
      Optional<String> approverAddress,
      Mode mode,
      Policy policy,
      Members exactly,
      Consumer<MailboxRow> alongside) {}

  /**
   * Makes a mailbox.
   *
   * @param code an operator's, where the caller has one
   */
  public Coded<MailboxRow> create(Speaker.KeyHolder speaker, Wanted wanted, Optional<String> code) {
    return transactions.run(() -> created(speaker, wanted, code));
  }

  private Coded<MailboxRow> created(
      Speaker.KeyHolder speaker, Wanted wanted, Optional<String> code) {
    tenants.hold(speaker.tenantId());
    long now = time.millis();
    var caller = callers.of(speaker);
    var entry = records.entry(speaker, Action.CREATE_MAILBOX);
    var address = wanted.address();
    boolean taken = mailboxes.taken(address);
    long fresh = numbers.next();
    // Whose word counts is no code's to say: the next code would go where the last one pointed.
    var naming = new AskedOfTenant.Operate(caller);
    if (wanted.approverAddress().isPresent()
        && naming.answer() instanceof Decision.Refused<Boolean>(Refusal why)) {
      var refused = entry.onTyped(address).showing(naming.kept(naming.answer()));
      return new Coded.Answered<>(records.recorded(refused, new Decision.Refused<>(why)));
    }
    return codes.answered(
        speaker,
        new CodeRequest<AskedOfMailbox.Create, Mailbox, MailboxRow>(
            CodedAct.of(speaker.tenantId(), Action.CREATE_MAILBOX, wanted.exactly()),
            new Purpose.CreateMailbox(fresh),
            code,
            by ->
                new AskedOfMailbox.Create(
                    now, taken, caller, number(by, fresh), wanted.mode(), wanted.policy(), by),
            (asked, next) -> {
              var row = row(speaker, asked.mailboxNo(), wanted, next, now);
              return new CodeRequest.Stored<>(
                  entry.on(row.id()).under(LedgerEntry.InForce.of(row)),
                  new Decision.Allowed<>(row));
            },
            entry.onTyped(address)));
  }

  /** The number that the code was made for, or the next one. */
  private static long number(Presented by, long fresh) {
    return by instanceof Presented.WithCode code
            && code.code().purpose() instanceof Purpose.CreateMailbox made
        ? made.mailbox()
        : fresh;
  }

  private MailboxRow row(Speaker speaker, long no, Wanted wanted, Mailbox box, long now) {
    var approver = people.approver(speaker.tenantId(), wanted.approverAddress());
    var row = new MailboxRow(no, MailboxId.mint(), wanted.address(), approver, box, now);
    wanted.alongside().accept(row);
    mailboxes.add(row);
    return row;
  }

  public Decision<MailboxRow> call(Speaker speaker, MailboxId id, MailboxCall call) {
    return transactions.run(
        () -> changed(speaker, id, Actions.of(call), box -> List.of(call), null, row -> {}));
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
    return transactions.run(
        () -> changed(speaker, id, Action.UPDATE_MAILBOX, calls, note, alongside));
  }

  private Decision<MailboxRow> changed(
      Speaker speaker,
      MailboxId id,
      Action action,
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
    var asked =
        new AskedOfMailbox.Changes(
            time.millis(),
            row.mailbox(),
            row.no(),
            callers.of(speaker),
            calls.apply(row.mailbox()));
    var answer = asked.answer();
    Decision<MailboxRow> decision =
        switch (answer) {
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
    return records.recorded(
        records
            .entry(speaker, action)
            .on(row.id())
            .under(before)
            .noting(note)
            .showing(asked.kept(answer)),
        decision);
  }
}
