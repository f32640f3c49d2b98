package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.Actions;
import dev.countersign.host.desk.asked.AskedOfMessage;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every call on a message that is there already. The new state, the ledger entry and the work that
 * follows commit together or not at all.
 */
@ApplicationScoped
public class MessageDesk {
  @Inject Transactions transactions;
  @Inject Callers callers;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject Views views;
  @Inject Ledger ledger;
  @Inject Outbox outbox;
  @Inject InstantSource time;

  /** {@return the message as it is after the call, or the kernel's reason against it} */
  public Decision<MessageRow> call(
      Speaker speaker, EmailId id, MessageCall call, @Nullable String note) {
    return call(speaker, id, call, note, after -> {});
  }

  /**
   * As above, and stores something more.
   *
   * @param alongside more to store in the same transaction, when the kernel allows the call
   */
  public Decision<MessageRow> call(
      Speaker speaker,
      EmailId id,
      MessageCall call,
      @Nullable String note,
      Consumer<MessageRow> alongside) {
    return transactions.run(() -> attempt(speaker, id, call, note, alongside));
  }

  private Decision<MessageRow> attempt(
      Speaker speaker,
      EmailId id,
      MessageCall call,
      @Nullable String note,
      Consumer<MessageRow> alongside) {
    // A mailbox that was tightened or stopped before this lets nothing leave afterwards.
    tenants.share(speaker.tenantId());
    var found = messages.find(speaker.tenantId(), id);
    if (found.isEmpty()) {
      ledger.append(
          entry(speaker, call, note).onTyped(id.toString()).refused(Refusal.NOT_FOUND.code()));
      return new Decision.Refused<>(Refusal.NOT_FOUND);
    }
    var row = found.get();
    var asked = asked(speaker, row, call);
    var answer = asked.answer();
    var entry =
        entry(speaker, call, note)
            .on(row.id())
            .under(LedgerEntry.InForce.of(row.mailbox()))
            .showing(asked.kept(answer));
    return switch (answer) {
      case Decision.Refused<Message>(Refusal why) -> {
        messages.hold(row);
        ledger.append(entry.refused(why.code()).about(row.message()));
        yield new Decision.Refused<>(why);
      }
      case Decision.Allowed<Message>(Message next) -> {
        store(row, next, asked.place().view(), call, note);
        alongside.accept(row);
        // The ledger tells of one message in the order in which its calls took place.
        if (next.equals(asked.before())) {
          messages.hold(row);
        } else {
          messages.write();
        }
        ledger.append(entry.about(row.message()));
        yield new Decision.Allowed<>(row);
      }
    };
  }

  private AskedOfMessage.Next asked(Speaker speaker, MessageRow row, MessageCall call) {
    var box = row.mailbox();
    var place =
        new AskedOfMessage.Place(
            time.millis(), box.mailbox(), views.suspended(box), callers.of(speaker));
    return new AskedOfMessage.Next(place, row.message(), call);
  }

  private void store(
      MessageRow row, Message next, View view, MessageCall call, @Nullable String note) {
    // Reading what was sent changes nothing; a new version of it would only be in others' way.
    boolean changed = !next.equals(row.message());
    if (changed) {
      row.become(next, note == null ? "" : note, view.now());
    }
    // What the clock was told to say is said, also where it changed nothing.
    if (changed || call instanceof MessageCall.ByClock) {
      outbox.note(view, row);
    }
  }

  private LedgerEntry entry(Speaker speaker, MessageCall call, @Nullable String note) {
    return LedgerEntry.of(time.millis(), speaker.actor(), Actions.of(call)).noting(note);
  }
}
