package dev.countersign.host.desk;

import dev.countersign.host.codes.CodeNotice;
import dev.countersign.host.codes.CodedAct;
import dev.countersign.host.desk.asked.AskedOfMailbox;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.ledger.Members;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A looser mode for a mailbox: asked for, and taken with the operator's code. */
@ApplicationScoped
public class UpgradeDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject CodeDesk codes;
  @Inject Mailboxes mailboxes;
  @Inject Outbox outbox;
  @Inject Records records;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject InstantSource time;

  /** The first step: a code for exactly this mode. */
  public Decision<CodeNotice> request(Speaker.KeyHolder speaker, MailboxId id, Mode target) {
    return transactions.run(
        () -> {
          tenants.hold(speaker.tenantId());
          var found = mailboxes.find(speaker.tenantId(), id);
          if (found.isEmpty()) {
            return records.notFound(speaker, Action.REQUEST_CODE, id.toString());
          }
          var row = found.get();
          return codes.request(
              speaker,
              new CodeRequest.Bare(
                  act(row, target),
                  new Purpose.Upgrade(row.no(), target),
                  Optional.of(row.mailbox())));
        });
  }

  /** The second step: the mode that the code was made for. */
  public Coded<MailboxRow> apply(Speaker.KeyHolder speaker, MailboxId id, String code) {
    return transactions.run(() -> applied(speaker, id, code));
  }

  private Coded<MailboxRow> applied(Speaker.KeyHolder speaker, MailboxId id, String code) {
    tenants.hold(speaker.tenantId());
    var found = mailboxes.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      return new Coded.Answered<>(records.notFound(speaker, Action.APPLY_UPGRADE, id.toString()));
    }
    var row = found.get();
    var caller = callers.of(speaker);
    long now = time.millis();
    var entry =
        records
            .entry(speaker, Action.APPLY_UPGRADE)
            .on(row.id())
            .under(LedgerEntry.InForce.of(row));
    return codes.answered(
        speaker,
        new CodeRequest<AskedOfMailbox.Changes, Mailbox, MailboxRow>(
            act(row, row.mailbox().mode()),
            new Purpose.Upgrade(row.no(), Mode.AUTONOMOUS),
            Optional.of(code),
            by ->
                new AskedOfMailbox.Changes(
                    now,
                    row.mailbox(),
                    row.no(),
                    caller,
                    List.of(new MailboxCall.ApplyUpgrade(target(by), by))),
            (asked, next) -> {
              row.become(next);
              outbox.wake(views.of(row), row);
              return new CodeRequest.Stored<>(entry, new Decision.Allowed<>(row));
            },
            entry));
  }

  /** Any mode will do where there is no code: the kernel refuses it. */
  private static Mode target(Presented by) {
    return by instanceof Presented.WithCode code
            && code.code().purpose() instanceof Purpose.Upgrade upgrade
        ? upgrade.target()
        : Mode.AUTONOMOUS;
  }

  /** One code is out for a mailbox at a time, whatever mode it is for. */
  private static CodedAct act(MailboxRow row, Mode target) {
    var exactly = new Members().with("mailbox_id", row.id()).map();
    var shown =
        new Members()
            .with("mailbox_id", row.id())
            .with("address", row.address())
            .with("from_mode", row.mailbox().mode().wire())
            .with("to_mode", target.wire())
            .map();
    return new CodedAct(row.tenantId(), Action.APPLY_UPGRADE, exactly, shown);
  }
}
