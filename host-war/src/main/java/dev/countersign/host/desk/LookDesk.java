package dev.countersign.host.desk;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.MailPage;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

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
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var decision = map(Authority.look(callers.of(speaker), sight), ok -> read.get());
          return records.recorded(speaker, action(sight), null, null, decision);
        });
  }

  /**
   * The messages that {@code read} finds in one mailbox, less those hidden from this speaker, as
   * {@code show} presents them.
   */
  public <T> Decision<T> inbox(
      Speaker speaker,
      MailboxId id,
      Function<MailboxRow, MailPage> read,
      Function<MailPage, T> show) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var found = mailboxes.find(speaker.tenantId(), id);
          if (found.isEmpty()) {
            return records.notFound(speaker, action(Sight.INBOX), id.toString());
          }
          var box = found.get();
          var caller = callers.of(speaker);
          var view = views.of(box);
          var decision =
              map(
                  Authority.look(caller, Sight.INBOX),
                  ok ->
                      show.apply(
                          read.apply(box)
                              .showing(row -> Oversight.visible(view, caller, row.message()))));
          return records.recorded(
              speaker, action(Sight.INBOX), id.toString(), LedgerEntry.InForce.of(box), decision);
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

  private static String action(Sight sight) {
    return "look_at_" + sight.name().toLowerCase(Locale.ROOT);
  }

  private static <S, T> Decision<T> map(Decision<S> decision, Function<S, T> f) {
    return switch (decision) {
      case Decision.Refused<S>(Refusal why) -> new Decision.Refused<>(why);
      case Decision.Allowed<S>(S next) -> new Decision.Allowed<>(f.apply(next));
    };
  }
}
