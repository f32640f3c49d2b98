package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.Actions;
import dev.countersign.host.desk.asked.AskedOfTenant;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.MailPage;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looking at lists. Every look is recorded, and shows nothing that the kernel hides. */
@ApplicationScoped
public class LookDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Mailboxes mailboxes;
  @Inject Views views;
  @Inject Records records;
  @Inject Tenants tenants;

  /** {@return what {@code read} finds, if this speaker may look there} */
  public <T> Decision<T> look(Speaker speaker, Sight sight, Supplier<T> read) {
    return look(speaker, Actions.of(sight), sight, read);
  }

  /** The same, under a word of its own. */
  public <T> Decision<T> look(Speaker speaker, Action action, Sight sight, Supplier<T> read) {
    return look(speaker, action, sight, null, read);
  }

  /** The same, with what was asked for in words. */
  public <T> Decision<T> look(
      Speaker speaker, Action action, Sight sight, @Nullable String asked, Supplier<T> read) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          return looked(
              records.entry(speaker, action).noting(asked),
              new AskedOfTenant.Look(callers.of(speaker), sight),
              read);
        });
  }

  /**
   * The messages that {@code read} finds in one mailbox of those that are not hidden from this
   * speaker, as {@code show} presents them.
   */
  public <T> Decision<T> inbox(
      Speaker speaker,
      MailboxId id,
      BiFunction<MailboxRow, Predicate<MessageRow>, MailPage> read,
      Function<MailPage, T> show) {
    return inbox(speaker, Action.LOOK_AT_INBOX, id, read, show);
  }

  /** The same, under a word of its own. */
  public <T> Decision<T> inbox(
      Speaker speaker,
      Action action,
      MailboxId id,
      BiFunction<MailboxRow, Predicate<MessageRow>, MailPage> read,
      Function<MailPage, T> show) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var found = mailboxes.find(speaker.tenantId(), id);
          if (found.isEmpty()) {
            return records.notFound(speaker, action, id.toString());
          }
          var box = found.get();
          var caller = callers.of(speaker);
          var view = views.of(box);
          return looked(
              records.entry(speaker, action).on(box.id()).under(LedgerEntry.InForce.of(box)),
              new AskedOfTenant.Look(caller, Sight.INBOX),
              () ->
                  show.apply(
                      read.apply(box, row -> Oversight.visible(view, caller, row.message()))));
        });
  }

  /** What {@code read} finds in all mailboxes, less what is hidden from this speaker. */
  public <T> Decision<T> spam(
      Speaker speaker, Supplier<MailPage> read, Function<MailPage, T> show) {
    return look(
        speaker,
        Action.LOOK_AT_SPAM,
        Sight.INBOX,
        () -> {
          var caller = callers.of(speaker);
          return show.apply(
              read.get()
                  .showing(
                      row -> Oversight.visible(views.of(row.mailbox()), caller, row.message())));
        });
  }

  /** What {@code read} finds, less what awaits nobody's decision, as {@code show} presents it. */
  public <T> Decision<T> pending(
      Speaker speaker, Supplier<MailPage> read, Function<MailPage, T> show) {
    return look(
        speaker,
        Sight.PENDING,
        () ->
            show.apply(
                read.get()
                    .showing(
                        row -> Oversight.awaitsDecision(views.of(row.mailbox()), row.message()))));
  }

  private <T> Decision<T> looked(LedgerEntry entry, AskedOfTenant.Look asked, Supplier<T> read) {
    var answer = asked.answer();
    Decision<T> decision =
        switch (answer) {
          case Decision.Refused<Boolean>(Refusal why) -> new Decision.Refused<>(why);
          case Decision.Allowed<Boolean> allowed -> new Decision.Allowed<>(read.get());
        };
    return records.recorded(entry.showing(asked.kept(answer)), decision);
  }
}
